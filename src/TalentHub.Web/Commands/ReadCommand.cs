using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TalentHub.Domain.Intelligence;
using TalentHub.Intelligence.Resumes;
using TalentHub.Services.Documents.Reading;

namespace TalentHub.Web.Commands;

/// <summary>The verb <c>read FILE…</c>: what the reader finds in each file, one line of JSON a file.</summary>
public static class ReadCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,   // for a terminal or a program, never for a page
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>Reads the files named on the command line; 2 when none is named.</summary>
    public static async Task<int> RunAsync(string[] files)
    {
        if (files.Length == 0)
        {
            await Console.Error.WriteLineAsync("Name at least one file: read FILE…");
            return 2;
        }

        using var reader = new ReaderProcess();
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        return await RunAsync(files, reader, new ResumeReader(), output);
    }

    /// <summary>Zero when every file was read; one when at least one was refused.</summary>
    public static async Task<int> RunAsync(string[] files, ReaderProcess reader, IResumeReader resumes, TextWriter output, CancellationToken cancel = default)
    {
        var refused = false;
        foreach (var file in files)
        {
            var result = File.Exists(file) ? await reader.ReadAsync(file, cancel) : null;
            refused |= result?.Text is null;
            object line = result switch
            {
                null => new { file, why = "There is no such file." },
                { Text: { } text } => Line(file, resumes.Read(text)),
                { Refusal: { } refusal } => new { file, why = refusal.Sentence(), code = refusal.ToString() },
                _ => new { file, why = ReadRefusal.Unavailable.Sentence() },
            };
            await output.WriteLineAsync(JsonSerializer.Serialize(line, Json).AsMemory(), cancel);
        }

        return refused ? 1 : 0;
    }

    private static object Line(string file, ResumeFacts facts) => new
    {
        file,
        name = Said(facts.Name),
        email = Said(facts.Email),
        phone = Said(facts.Phone),
        skills = facts.Skills.Select(s => new { value = s.Value, surface = s.Surface, passage = s.Passage.Line, start = s.Passage.Start, length = s.Passage.Length }),
        languages = facts.Languages.Select(Said),
        employer = Said(facts.Employer),
        title = Said(facts.Title),
        degree = Said(facts.Degree),
        institution = Said(facts.Institution),
    };

    private static object? Said(Fact? fact) => fact is null ? null
        : new { value = fact.Value, passage = fact.Passage.Line, start = fact.Passage.Start, length = fact.Passage.Length };
}
