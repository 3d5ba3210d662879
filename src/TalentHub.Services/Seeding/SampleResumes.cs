using System.Text;
using System.Text.Json;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Intelligence;
using TalentHub.Services.Documents;

namespace TalentHub.Services.Seeding;

/// <summary>Gives some of those who applied lately a résumé: a real file in the store with its text, as if the reader had read it.</summary>
internal sealed class SampleResumes(SampleWorld world, FileStore store, IResumeReader? reader)
{
    /// <summary>A PDF carries its font along: a few are enough.</summary>
    private const int MostPdfs = 8;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private int left = world.Figures.Resumes;
    private int pdfs;

    public async Task MakeAsync(IEnumerable<Try> tries, CancellationToken ct)
    {
        var made = new List<(Try Try, StoredFile File)>();
        foreach (var one in tries.Where(t => t.Job.Kind is JobKind.Open && (t.Job.IsShowcase || world.Random.Chance(0.25))))
        {
            if (left-- <= 0)
            {
                break;
            }

            var skills = world.Random.Some(one.Job.Family.Skills, 7).ConvertAll(s => s.Name.In(one.Who.Language));
            var text = SampleWords.Resume(world, one.Who, one.Achievements, skills);
            made.Add((one, await FileAsync(one, text, ct)));
        }

        world.Db.Files.AddRange(made.Select(m => m.File));
        await world.Db.SaveChangesAsync(ct);
        made.ForEach(m => m.Try.FileId = m.File.Id);
    }

    private async Task<StoredFile> FileAsync(Try one, string text, CancellationToken ct)
    {
        var isPdf = pdfs < MostPdfs && OfferLetter.CanWrite;
        pdfs++;
        var bytes = isPdf
            ? await store.KeepAsync(Pdf(one, text), FileType.Pdf, ct)
            : await store.KeepAsync(Encoding.UTF8.GetBytes(text), FileType.Text, ct);
        var name = one.Who.Language == "zh-CN" ? $"{one.Who.Name}-简历" : $"{one.Who.Name} CV";
        var file = new StoredFile(one.Who.Id, FileKind.Resume, name + (isPdf ? ".pdf" : ".txt"), bytes.ContentType, bytes.Size, bytes.Sha256, bytes.StorageName, one.Course.Applied);
        file.ReadAs(text, reader is null ? null : JsonSerializer.Serialize(reader.Read(text), Json));
        return file;
    }

    private static byte[] Pdf(Try one, string text)
    {
        using var sheet = new LetterSheet(one.Who.Name, one.Who.Name);
        sheet.Heading(one.Who.Name, 18);
        sheet.Paragraph(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..].Replace("•", "-", StringComparison.Ordinal));
        return sheet.Build(one.Who.Name);
    }
}
