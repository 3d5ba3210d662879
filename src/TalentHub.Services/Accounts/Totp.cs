using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace TalentHub.Services.Accounts;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, six digits, 30 seconds, as all apps speak it.</summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int SecretBytes = 20;

    /// <summary>A new secret in base 32, as apps want it typed.</summary>
    public static string NewSecret() => Encode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The step of 30 seconds in which an instant lies.</summary>
    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 30;

    public static string Code(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // SHA-1 inside HMAC is what RFC 6238 says and apps compute; it is not broken there.
        var mac = HMACSHA1.HashData(Decode(secret), counter);
#pragma warning restore CA5350
        var offset = mac[^1] & 0x0F;
        var number = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(offset, 4)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step that a code belongs to, a step early or late allowed; null when it is wrong or not newer than the last one taken.</summary>
    public static long? Match(string secret, string? typed, DateTimeOffset now, long lastStep)
    {
        var digits = new string([.. (typed ?? string.Empty).Where(char.IsAsciiDigit)]);
        if (digits.Length != 6)
        {
            return null;
        }

        long? found = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Code(secret, step)), System.Text.Encoding.ASCII.GetBytes(digits));
            found = same && step > lastStep ? step : found;
        }

        return found;
    }

    /// <summary>What the QR code says.</summary>
    public static string Address(string secret, string issuer, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={secret}&issuer={Uri.EscapeDataString(issuer)}";

    private static string Encode(byte[] bytes)
    {
        var text = new char[bytes.Length * 8 / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * 5;
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text[i] = Base32[(pair >> (11 - (bit % 8))) & 31];
        }

        return new string(text);
    }

    private static byte[] Decode(string secret)
    {
        var bytes = new byte[secret.Length * 5 / 8];
        for (var i = 0; i < secret.Length; i++)
        {
            var value = Base32.IndexOf(secret[i], StringComparison.OrdinalIgnoreCase);
            for (var b = 0; b < 5; b++)
            {
                var at = (i * 5) + b;
                if (at / 8 < bytes.Length && ((value >> (4 - b)) & 1) == 1)
                {
                    bytes[at / 8] |= (byte)(1 << (7 - (at % 8)));
                }
            }
        }

        return bytes;
    }
}
