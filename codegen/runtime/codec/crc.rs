//! Cyclic redundancy checks of 32 and 64 bits.

/// CRC-32, as of gzip.
pub(crate) fn crc32(bytes: &[u8]) -> [u8; 4] {
    (check(0xedb8_8320, u32::MAX.into(), bytes) as u32).to_be_bytes()
}

/// CRC-32C, Castagnoli's (RFC 3720).
pub(crate) fn crc32c(bytes: &[u8]) -> [u8; 4] {
    (check(0x82f6_3b78, u32::MAX.into(), bytes) as u32).to_be_bytes()
}

/// CRC-64/NVME.
pub(crate) fn crc64_nvme(bytes: &[u8]) -> [u8; 8] {
    check(0x9a6c_9329_ac4b_c9b5, u64::MAX, bytes).to_be_bytes()
}

/// The check by a polynomial whose bits stand in reverse order; `mask` has a one for each.
fn check(polynomial: u64, mask: u64, bytes: &[u8]) -> u64 {
    let of_byte = |byte: usize| {
        let shift = |rest: u64, _| if rest & 1 == 1 { rest >> 1 ^ polynomial } else { rest >> 1 };
        (0..8).fold(byte as u64, shift)
    };
    let table: [u64; 256] = std::array::from_fn(of_byte);
    let rest = bytes.iter().fold(mask, |rest, byte| {
        let at = (rest as u8 ^ byte) as usize;
        rest >> 8 ^ table[at]
    });
    rest ^ mask
}
