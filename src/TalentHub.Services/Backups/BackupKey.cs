using System.Security.Cryptography;

namespace TalentHub.Services.Backups;

/// <summary>What a key file holds: 32 random bytes in letters, or a pass phrase. Line ends after it do not count.</summary>
public sealed class BackupKey
{
    public const int LeastLength = 20;
    public const int MostLength = 4096;

    private readonly byte[] secret;

    private BackupKey(byte[] secret) => this.secret = secret;

    /// <exception cref="BackupRefusal">There is no such file, or it is no key.</exception>
    public static async Task<BackupKey> ReadAsync(string path, CancellationToken ct)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            var bytes = new byte[MostLength + 1];
            var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
            return Of(bytes.AsSpan(0, length));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupRefusal($"The key file {path} cannot be read.");
        }
    }

    /// <exception cref="BackupRefusal">Too short or too long.</exception>
    public static BackupKey Of(ReadOnlySpan<byte> text)
    {
        var letters = text.TrimEnd("\r\n \t"u8);
        return letters.Length is >= LeastLength and <= MostLength
            ? new BackupKey(letters.ToArray())
            : throw new BackupRefusal($"A key file holds {LeastLength} to {MostLength} characters, for example what “openssl rand -base64 32” prints.");
    }

    /// <summary>Slow on purpose: a pass phrase is guessed at no faster than this (PBKDF2, SHA-256).</summary>
    internal byte[] Derive(ReadOnlySpan<byte> salt, int iterations) => Rfc2898DeriveBytes.Pbkdf2(secret, salt, iterations, HashAlgorithmName.SHA256, 32);
}
