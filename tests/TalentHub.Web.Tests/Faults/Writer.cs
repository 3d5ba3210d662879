using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using TalentHub.Web.Tests.Infrastructure;

namespace TalentHub.Web.Tests.Faults;

/// <summary>What all writers together were told.</summary>
public sealed class Told
{
    /// <summary>Done, says the product: by what was written.</summary>
    public ConcurrentQueue<string> Acknowledged { get; } = new();

    /// <summary>Answers that no kill explains.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Sent, and nobody answered: each was sent again with the same key.</summary>
    public int Unanswered => unanswered;

    private int unanswered;

    public void NobodyAnswered() => Interlocked.Increment(ref unanswered);
}

/// <summary>
/// Somebody who works on while the product is killed under them: opens a page, fills in its form, sends it, and sends the same form again until it is answered. What was answered is remembered.
/// </summary>
public sealed class Writer(ServedProduct product, Told told, string name, Func<HttpContent, HttpContent>? sends = null)
{
    private readonly TestBrowser browser = ServedVisitor.Browser(product, sends);
    private int written;

    /// <summary>For a run that does not come to its end.</summary>
    public string Doing { get; private set; } = "nothing yet";

    /// <summary>Signs in; the session outlives every kill.</summary>
    public async Task SignInAsync(string email)
    {
        var page = await browser.GetAsync("/account/sign-in");
        var answer = await browser.SubmitAsync(page, new Dictionary<string, string?> { ["Input.Email"] = email, ["Input.Password"] = RealSignInFactory.Password }, form: "#sign-in");
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    /// <summary>Applies for the job again and again, each time as somebody else, with a résumé of some size.</summary>
    public Task ApplyAsync(string posting, int resume, Task stop) => UntilAsync(stop, ct => WriteAsync(
        $"/careers/{posting}/apply", "main form[method=post]", "/c/",
        what => new Dictionary<string, string?>
        {
            ["Input.Name"] = $"Ada {what}", ["Input.Email"] = Email(what), ["Input.Consent"] = "yes", ["Input.Letter"] = "Sent while the power fails.",
        },
        resume == 0 ? null : what => new Dictionary<string, (string, byte[])> { ["Input.File"] = ("cv.txt", Encoding.UTF8.GetBytes(Text(what, resume))) }, ct));

    /// <summary>Writes notes about an application.</summary>
    public Task NoteAsync(long application, Task stop) => UntilAsync(stop, ct => WriteAsync(
        $"/applications/APP-{application}", "form[action*='handler=Note']", $"/applications/APP-{application}", what => new Dictionary<string, string?> { ["text"] = what }, null, ct));

    /// <summary>Pauses an application and lets it go on, each move once.</summary>
    public Task MoveAsync(long application, Task stop) => UntilAsync(stop, async ct =>
    {
        var address = $"/applications/APP-{application}";
        await WriteAsync(address + "/hold", "main form[method=post]", address, what => new Dictionary<string, string?> { ["Input.Reason"] = what, ["Input.ReviewOn"] = "2026-04-01" }, null, ct);
        await WriteAsync(address, "form[action*='handler=Resume']", address, _ => new Dictionary<string, string?>(), null, ct);
    });

    public static string Email(string what) => what.Replace(' ', '-').ToLowerInvariant() + "@example.org";

    /// <summary>The same for the same name, and not alike for two.</summary>
    private static string Text(string what, int length)
    {
        var text = new StringBuilder(what + "\n", length + 64);
        for (var line = 0; text.Length < length; line++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Line {line} of the résumé of {what}: trained a model, measured it, wrote it down.\n");
        }

        return text.ToString();
    }

    private static async Task UntilAsync(Task stop, Func<CancellationToken, Task> work)
    {
        while (!stop.IsCompleted)
        {
            await work(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>One form, sent until it is answered.</summary>
    private async Task WriteAsync(
        string page, string form, string leadsTo, Func<string, Dictionary<string, string?>> fill, Func<string, Dictionary<string, (string, byte[])>>? files, CancellationToken ct)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"{name} {++written}");
        var shown = await AnsweredAsync(() => browser.GetAsync(page), wasSent: false, ct);
        if (shown.Status != HttpStatusCode.OK)
        {
            told.Faults.Enqueue($"GET {page}: {(int)shown.Status}");
            await Task.Delay(100, ct);
            return;
        }

        var answer = await AnsweredAsync(() => browser.SubmitAsync(shown, fill(what), form: form, files: files?.Invoke(what)), wasSent: true, ct);
        if (answer.Status == HttpStatusCode.Redirect && answer.Location?.StartsWith(leadsTo, StringComparison.Ordinal) == true)
        {
            told.Acknowledged.Enqueue(what);
            if ((await AnsweredAsync(() => browser.FollowAsync(answer), wasSent: false, ct)).Status != HttpStatusCode.OK)
            {
                told.Faults.Enqueue($"{page}: done, but {answer.Location} does not open");
            }
        }
        else
        {
            told.Faults.Enqueue($"POST {page} as {what}: {(int)answer.Status} {answer.Location} {answer.Text[..Math.Min(300, answer.Text.Length)]}");
        }
    }

    private async Task<TestPage> AnsweredAsync(Func<Task<TestPage>> ask, bool wasSent, CancellationToken ct)
    {
        while (true)
        {
            await product.OpenAsync(ct);
            try
            {
                Doing = $"{name} {written} {(wasSent ? "sends" : "opens")}";
                return await ask();
            }
            catch (Exception cut) when (cut is HttpRequestException or IOException || (cut is OperationCanceledException && !ct.IsCancellationRequested))
            {
                Doing = $"{name} {written}: {cut.Message}";
                if (wasSent)
                {
                    told.NobodyAnswered();
                }

                await Task.Delay(20, ct);
            }
        }
    }
}
