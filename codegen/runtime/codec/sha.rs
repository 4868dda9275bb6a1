//! SHA-1 and SHA-256 (FIPS 180-4), which tell whether a body arrived as it was sent, and keep nothing secret here.

/// The first bits of the fractions of the cube roots of the first primes.
const ROUNDS: [u32; 64] = [
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
];

/// The digest of some bytes by SHA-1.
pub(crate) fn sha1(bytes: &[u8]) -> Vec<u8> {
    let mut state: [u32; 5] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
    each_block(bytes, |block| {
        let mut words = [0; 80];
        words[..16].copy_from_slice(block);
        for at in 16..80 {
            let mixed: u32 = words[at - 3] ^ words[at - 8] ^ words[at - 14] ^ words[at - 16];
            words[at] = mixed.rotate_left(1);
        }
        let [mut a, mut b, mut c, mut d, mut e] = state;
        for (round, word) in words.iter().enumerate() {
            let (mixed, constant) = match round / 20 {
                0 => ((b & c) | (!b & d), 0x5a827999),
                1 => (b ^ c ^ d, 0x6ed9eba1),
                2 => ((b & c) | (b & d) | (c & d), 0x8f1bbcdc),
                _ => (b ^ c ^ d, 0xca62c1d6_u32),
            };
            let sum = a.rotate_left(5).wrapping_add(mixed).wrapping_add(e).wrapping_add(constant);
            (e, d, c, b, a) = (d, c, b.rotate_left(30), a, sum.wrapping_add(*word));
        }
        add(&mut state, &[a, b, c, d, e]);
    });
    state.iter().flat_map(|word| word.to_be_bytes()).collect()
}

/// The digest of some bytes by SHA-256.
pub(crate) fn sha256(bytes: &[u8]) -> Vec<u8> {
    let mut state: [u32; 8] =
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];
    let mixed = |word: u32, by: [u32; 3]| word.rotate_right(by[0]) ^ word.rotate_right(by[1]) ^ word >> by[2];
    let turned = |word: u32, by: [u32; 3]| by.iter().fold(0, |sum, by| sum ^ word.rotate_right(*by));
    each_block(bytes, |block| {
        let mut words = [0_u32; 64];
        words[..16].copy_from_slice(block);
        for at in 16..64 {
            let sum = words[at - 16].wrapping_add(words[at - 7]);
            let sum = sum.wrapping_add(mixed(words[at - 15], [7, 18, 3]));
            words[at] = sum.wrapping_add(mixed(words[at - 2], [17, 19, 10]));
        }
        let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
        for (round, word) in words.iter().enumerate() {
            let sum = h.wrapping_add(turned(e, [6, 11, 25])).wrapping_add((e & f) ^ (!e & g));
            let sum = sum.wrapping_add(ROUNDS[round]).wrapping_add(*word);
            let other = turned(a, [2, 13, 22]).wrapping_add((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d.wrapping_add(sum), c, b, a, sum.wrapping_add(other));
        }
        add(&mut state, &[a, b, c, d, e, f, g, h]);
    });
    state.iter().flat_map(|word| word.to_be_bytes()).collect()
}

/// Gives each block of sixteen words, the last ones with the mark of the end and the length.
fn each_block(bytes: &[u8], mut each: impl FnMut(&[u32; 16])) {
    let mut give = |block: &[u8]| {
        let word = |at: usize| {
            let byte = |index: usize| u32::from(block[4 * at + index]) << (24 - 8 * index);
            byte(0) | byte(1) | byte(2) | byte(3)
        };
        each(&std::array::from_fn(word));
    };
    let blocks = bytes.chunks_exact(64);
    let mut rest = blocks.remainder().to_vec();
    blocks.for_each(&mut give);
    rest.push(0x80);
    while rest.len() % 64 != 56 {
        rest.push(0);
    }
    rest.extend((bytes.len() as u64).wrapping_mul(8).to_be_bytes());
    rest.chunks_exact(64).for_each(give);
}

fn add(state: &mut [u32], words: &[u32]) {
    state.iter_mut().zip(words).for_each(|(own, new)| *own = own.wrapping_add(*new));
}
