//! Archives in the ZIP format, as far as JARs use it: files that are stored or deflated
//! ([APPNOTE 6.3](https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT)).

use std::collections::HashMap;
use std::io::Read;

use flate2::Crc;
use flate2::read::DeflateDecoder;

/// What the end of the central directory begins with, and its length without the comment.
const END: ([u8; 4], usize) = (*b"PK\x05\x06", 22);
/// What an entry of the central directory begins with, and its length without its name.
const ENTRY: ([u8; 4], usize) = (*b"PK\x01\x02", 46);
/// What a file begins with, and the length of that header without the name.
const LOCAL: ([u8; 4], usize) = (*b"PK\x03\x04", 30);

/// An archive that is in memory.
pub(super) struct Archive<'a> {
    bytes: &'a [u8],
    entries: HashMap<String, PackedFile>,
}

/// Where a file of an archive is, and how it is packed.
#[derive(Clone, Copy)]
struct PackedFile {
    flags: u16,
    method: u16,
    crc: u32,
    packed: usize,
    offset: usize,
}

/// Why an archive or a file in it cannot be read.
pub(super) type Problem = &'static str;

const BROKEN: Problem = "it is incomplete or broken";

impl<'a> Archive<'a> {
    /// Reads the directory of an archive; of two files of one name the first is there.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Problem> {
        // A comment of at most 65,535 bytes may follow.
        let from = bytes.len().saturating_sub(END.1 + usize::from(u16::MAX));
        let at = bytes[from..].windows(END.0.len()).rposition(|window| window == END.0);
        let end = &bytes[from + at.ok_or("it is no ZIP archive")?..];
        let (count, start) = (short(end, 10)?, long(end, 16)?);
        let mut entries = HashMap::new();
        let mut rest = bytes.get(start..).ok_or(BROKEN)?;
        for _ in 0..count {
            if !rest.starts_with(&ENTRY.0) {
                return Err(BROKEN);
            }
            let name_end = ENTRY.1 + usize::from(short(rest, 28)?);
            let next = name_end + usize::from(short(rest, 30)?) + usize::from(short(rest, 32)?);
            let name = String::from_utf8_lossy(rest.get(ENTRY.1..name_end).ok_or(BROKEN)?).into_owned();
            entries.entry(name).or_insert(PackedFile {
                flags: short(rest, 8)?,
                method: short(rest, 10)?,
                crc: u32::try_from(long(rest, 16)?).map_err(|_| BROKEN)?,
                packed: long(rest, 20)?,
                offset: long(rest, 42)?,
            });
            rest = rest.get(next..).ok_or(BROKEN)?;
        }
        Ok(Self { bytes, entries })
    }

    /// The bytes of a file, if it is there; at most `limit`.
    pub(super) fn file(&self, name: &str, limit: u64) -> Option<Result<Vec<u8>, Problem>> {
        self.entries.get(name).map(|file| self.unpack(*file, limit))
    }

    fn unpack(&self, file: PackedFile, limit: u64) -> Result<Vec<u8>, Problem> {
        if file.flags & 1 == 1 {
            return Err("it is encrypted");
        }
        let local =
            self.bytes.get(file.offset..).filter(|local| local.starts_with(&LOCAL.0)).ok_or(BROKEN)?;
        let start = LOCAL.1 + usize::from(short(local, 26)?) + usize::from(short(local, 28)?);
        let packed = local.get(start..).and_then(|rest| rest.get(..file.packed)).ok_or(BROKEN)?;
        let mut bytes = Vec::new();
        let read = match file.method {
            0 => packed.take(limit + 1).read_to_end(&mut bytes),
            8 => DeflateDecoder::new(packed).take(limit + 1).read_to_end(&mut bytes),
            _ => return Err("it is packed by another method than deflate"),
        };
        read.map_err(|_| BROKEN)?;
        if bytes.len() as u64 > limit {
            return Err("it is too large");
        }
        let mut crc = Crc::new();
        crc.update(&bytes);
        if crc.sum() == file.crc { Ok(bytes) } else { Err(BROKEN) }
    }
}

/// The integer of two bytes at an offset.
fn short(bytes: &[u8], at: usize) -> Result<u16, Problem> {
    let bytes = bytes.get(at..at + 2).ok_or(BROKEN)?;
    Ok(u16::from_le_bytes(bytes.try_into().expect("these are two bytes")))
}

/// The integer of four bytes at an offset.
fn long(bytes: &[u8], at: usize) -> Result<usize, Problem> {
    let bytes = bytes.get(at..at + 4).ok_or(BROKEN)?;
    let number = u32::from_le_bytes(bytes.try_into().expect("these are four bytes"));
    usize::try_from(number).map_err(|_| BROKEN)
}
