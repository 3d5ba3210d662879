using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Documents;

namespace TalentHub.Services.Documents;

/// <summary>Takes files that people send: bytes first, then the row, then a note to the reader.</summary>
public sealed class Uploads(TalentHubDb db, FileStore store, ReadingDesk desk, TimeProvider clock) : IService
{
    /// <summary>A file that comes before its form: the token claims it when the form is sent.</summary>
    /// <exception cref="DomainException">Not a file that we take.</exception>
    public async Task<(StoredFile File, string Token)> TakeUnsentAsync(Stream content, string? fileName, FileKind kind, CancellationToken ct)
    {
        var token = SignedLink.NewToken();
        var file = await TakeAsync(content, fileName, kind, null, SignedLink.HashOf(token), ct);
        await db.SaveChangesAsync(ct);
        desk.Ask(file.Id);
        return (file, token);
    }

    /// <summary>A file of a person; the caller's save writes the row, and <see cref="ReadingDesk.Ask"/> has it read.</summary>
    /// <exception cref="DomainException">Not a file that we take.</exception>
    public Task<StoredFile> TakeAsync(Stream content, string? fileName, FileKind kind, long personId, CancellationToken ct) =>
        TakeAsync(content, fileName, kind, (long?)personId, null, ct);

    /// <summary>A picture of a person, kept without what the camera wrote into it; the caller's save writes the row. It is not read: there are no words in it.</summary>
    /// <exception cref="DomainException">Not a picture that we take.</exception>
    public async Task<StoredFile> TakePhotoAsync(Stream content, string? fileName, long personId, CancellationToken ct)
    {
        var (picture, type) = PhotoFile.Clean(await PhotoFile.ReadAsync(content, ct));
        return Add(personId, FileKind.Photo, fileName, await store.KeepAsync(picture, type, ct));
    }

    /// <summary>A document, or a picture of one taken with a phone: the picture is kept without what the camera wrote into it.</summary>
    /// <param name="content">Can be read twice, as what a form sends.</param>
    /// <exception cref="DomainException">Neither.</exception>
    public async Task<StoredFile> TakeScanAsync(Stream content, string? fileName, FileKind kind, long personId, CancellationToken ct)
    {
        if (await PhotoFile.IsPictureAsync(content, ct))
        {
            var (picture, type) = PhotoFile.Clean(await PhotoFile.ReadAsync(content, ct, FileStore.UploadLimit));
            return Add(personId, kind, fileName, await store.KeepAsync(picture, type, ct));
        }

        try
        {
            return await TakeAsync(content, fileName, kind, personId, ct);
        }
        catch (DomainException refusal) when (refusal.Sentences.Any(s => s.Template == FileType.Unsupported))
        {
            throw new DomainException("This kind of file cannot be read. Use JPEG, PNG, WebP, PDF or Word (.docx).") { Field = FileType.Field };
        }
    }

    /// <summary>The file that a token claims; null when it was dropped, sent, or never there.</summary>
    public async Task<StoredFile?> UnsentAsync(string? token, CancellationToken ct)
    {
        if (!SignedLink.IsToken(token))
        {
            return null;
        }

        var hash = SignedLink.HashOf(token!);
        var now = clock.UtcNow();
        using var reading = db.ReadingAsSystem();
        return await db.Files.SingleOrDefaultAsync(f => f.ClaimHash == hash && f.DropAt > now, ct);
    }

    private StoredFile Add(long personId, FileKind kind, string? fileName, StoredBytes bytes)
    {
        var file = new StoredFile(personId, kind, fileName, bytes.ContentType, bytes.Size, bytes.Sha256, bytes.StorageName, clock.UtcNow());
        db.Files.Add(file);
        return file;
    }

    private async Task<StoredFile> TakeAsync(Stream content, string? fileName, FileKind kind, long? personId, string? claimHash, CancellationToken ct)
    {
        var bytes = await store.TakeAsync(content, ct);
        var file = new StoredFile(personId, kind, fileName, bytes.ContentType, bytes.Size, bytes.Sha256, bytes.StorageName, clock.UtcNow(), claimHash);
        file.AwaitReading();
        db.Files.Add(file);
        return file;
    }
}
