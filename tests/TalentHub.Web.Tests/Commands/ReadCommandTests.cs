using System.Text.Json;
using TalentHub.Intelligence.Resumes;
using TalentHub.Services.Documents.Reading;
using TalentHub.Web.Commands;

namespace TalentHub.Web.Tests.Commands;

/// <summary>The verb read, with the reader that the build has put beside the web program.</summary>
public sealed class ReadCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("read-command-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_file_gives_one_line_with_facts_and_their_passages_or_the_reason_why_not()
    {
        var good = Write("cv.txt", "姓名：李明\n手机：13800000000  邮箱：liming@example.com\n\n专业技能\nPython、k8s\n");
        var empty = Write("empty.pdf", "");
        using var reader = new ReaderProcess();
        using var output = new StringWriter();

        var exit = await ReadCommand.RunAsync([good, empty, Path.Combine(_folder, "missing.docx")], reader, new ResumeReader(), output, TestContext.Current.CancellationToken);

        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(1, exit);
        Assert.Equal(3, lines.Count);
        Assert.Equal("李明", lines[0].GetProperty("name").GetProperty("value").GetString());
        Assert.Equal("姓名:李明", lines[0].GetProperty("name").GetProperty("passage").GetString());
        Assert.Equal(["Python", "Kubernetes"], lines[0].GetProperty("skills").EnumerateArray().Select(s => s.GetProperty("value").GetString()));
        Assert.Equal(JsonValueKind.Null, lines[0].GetProperty("employer").ValueKind);
        Assert.Equal("This file is empty.", lines[1].GetProperty("why").GetString());
        Assert.Equal("There is no such file.", lines[2].GetProperty("why").GetString());
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
