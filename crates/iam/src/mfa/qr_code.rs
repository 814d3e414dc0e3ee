//! The picture from which an authenticator app takes a seed.

use qrcode::types::QrError;
use qrcode::{Color, EcLevel, QrCode};
use secret::SecretBytes;

/// The sides of a module, in pixels, and the margin that ISO/IEC 18004 asks for, in modules.
const SCALE: usize = 4;
const MARGIN: usize = 4;

/// A QR code of the text as a PNG image.
pub fn png(text: &str) -> Result<SecretBytes, QrError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)?;
    let (width, modules) = (code.width(), code.to_colors());
    let side = (width + 2 * MARGIN) * SCALE;
    let is_dark = |x: usize, y: usize| {
        let inside = |at: usize| (at / SCALE).checked_sub(MARGIN).filter(|at| *at < width);
        let module = inside(x).zip(inside(y)).and_then(|(x, y)| modules.get(y * width + x));
        module == Some(&Color::Dark)
    };
    let mut rows = Vec::with_capacity(side * (1 + side.div_ceil(8)));
    for y in 0..side {
        // Each row begins with its filter, none.
        rows.push(0);
        for byte in 0..side.div_ceil(8) {
            let bit = |bit: usize| u8::from(!is_dark(byte * 8 + bit, y)) << (7 - bit);
            rows.push((0..8).map(bit).sum());
        }
    }
    Ok(SecretBytes::new(encoded(side, &rows)))
}

/// Source: Portable Network Graphics (PNG) Specification, W3C.
fn encoded(side: usize, rows: &[u8]) -> Vec<u8> {
    let side = u32::try_from(side).unwrap_or(u32::MAX).to_be_bytes();
    // One bit of grey for each pixel.
    let header = [&side[..], &side, &[1, 0, 0, 0, 0]].concat();
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in [(b"IHDR", header), (b"IDAT", zlib(rows)), (b"IEND", Vec::new())] {
        let length = u32::try_from(data.len()).unwrap_or(u32::MAX);
        let chunk = [&kind[..], &data].concat();
        png.extend(length.to_be_bytes());
        png.extend(&chunk);
        png.extend(crc32(&chunk).to_be_bytes());
    }
    png
}

/// A stream in the format of RFC 1950 that compresses nothing: the images are a few kilobytes.
fn zlib(data: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let mut blocks = data.chunks(0xffff).peekable();
    while let Some(block) = blocks.next() {
        let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
        stream.push(u8::from(blocks.peek().is_none()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(block);
    }
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in data {
        a = (a + u32::from(*byte)) % 65521;
        b = (b + a) % 65521;
    }
    stream.extend((b << 16 | a).to_be_bytes());
    stream
}

fn crc32(data: &[u8]) -> u32 {
    !data.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums() {
        // The check values of CRC-32/ISO-HDLC and of RFC 1950's Adler-32.
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert!(zlib(b"Wikipedia").ends_with(&[0x11, 0xe6, 0x03, 0x98]));
    }

    #[test]
    fn an_image_is_square_and_white_at_its_margin() {
        let png = png("otpauth://totp/ann@111122223333?secret=GEZDGNBVGY3TQOJQ").unwrap();
        let bytes = png.expose();
        assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR"));
        assert_eq!(bytes[16..20], bytes[20..24]);
        // The first row: no filter, all white.
        let data = bytes.windows(4).position(|part| part == b"IDAT").unwrap() + 4 + 7;
        assert_eq!(bytes[data..data + 4], [0, 0xff, 0xff, 0xff]);
    }

    #[test]
    fn a_text_that_is_too_long_has_no_picture() {
        assert!(png(&"a".repeat(5000)).is_err());
    }
}
