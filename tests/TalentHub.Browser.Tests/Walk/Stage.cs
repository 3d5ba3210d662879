using Microsoft.Playwright;
using TalentHub.Services.Accounts;

namespace TalentHub.Browser.Tests.Walk;

/// <summary>Someone of the walk, in a browser of their own.</summary>
public sealed class Player(string name, string email)
{
    public const string UsualPassword = "seven lanterns over the quiet river";

    public string Password { get; init; } = UsualPassword;

    /// <summary>Of the sample company, whose people one can be with a click: HiringManager, Recruiter … Known by name once they have been somebody.</summary>
    public static Player Sample(string label) => new(string.Empty, string.Empty) { Label = label };

    public string? Label { get; private init; }

    public string Name { get; internal set; } = name;

    public string Email => email;

    /// <summary>The key of their authenticator, once it is set up.</summary>
    public string? Secret { get; set; }

    /// <summary>Of the last code that they used.</summary>
    public long LastStep { get; set; }

    public Uri? Invitation { get; set; }

    /// <summary>Their role asks for a second step.</summary>
    public bool NeedsCode { get; set; }

    internal IPage? Page { get; set; }
}

/// <summary>The product, a Chromium, and whoever walks; anything that a browser reports as a fault fails the walk at its end.</summary>
public sealed class Stage : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Product product;
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly List<string> faults = [];
    private readonly string leftOvers;
    private TimeSpan shift;
    private IPage? last;

    private Stage(Product product, IPlaywright playwright, IBrowser browser, Words words)
    {
        this.product = product;
        this.playwright = playwright;
        this.browser = browser;
        Words = words;
        leftOvers = words.IsChinese ? LeftOvers.Script() : string.Empty;
    }

    public Words Words { get; }

    public Product Product => product;

    /// <summary>What the product takes for now.</summary>
    public DateTimeOffset Now => TimeProvider.System.GetUtcNow() + shift;

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public static async Task<Stage> SetAsync(string language = "en", bool sample = false, Action<string>? prepare = null)
    {
        var driver = await Playwright.CreateAsync();
        IBrowser opened;
        try
        {
            opened = await Chromium.StartAsync(driver);
        }
        catch
        {
            driver.Dispose();
            throw;
        }

        var started = new Product();
        if (sample)
        {
            await started.CopyAsync(await Sample.FolderAsync());
            prepare?.Invoke(started.Folder);
        }

        await started.StartAsync();
        return new Stage(started, driver, opened, new Words(language));
    }

    /// <summary>Closes the product and opens it again at a later day.</summary>
    public async Task LaterAsync(DateTimeOffset at)
    {
        shift = at - TimeProvider.System.GetUtcNow();
        await product.StartAsync(shift);
    }

    /// <summary>What browsers complained about so far.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>A fresh browser that has never been here, at a page.</summary>
    public async Task<IPage> StrangerAsync(string path, BrowserNewContextOptions? options = null)
    {
        var context = await browser.NewContextAsync(options ?? new() { Locale = "en", TimezoneId = "UTC", ViewportSize = new() { Width = 1280, Height = 900 } });
        if (Words.IsChinese)
        {
            await context.AddInitScriptAsync(leftOvers);
        }

        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        Assertions.SetDefaultExpectTimeout((float)Patience.TotalMilliseconds);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => Fault($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase) || message.Text.StartsWith(LeftOvers.Mark, StringComparison.Ordinal))
            {
                Fault($"{page.Url}: {message.Text}");
            }
        };
        page.RequestFailed += (_, request) =>
        {
            if (request.Failure?.Contains("ERR_ABORTED", StringComparison.Ordinal) != true)
            {
                Fault($"{request.Method} {request.Url}: {request.Failure}");
            }
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 400 && response.Status != 422)
            {
                Fault($"{response.Request.Method} {response.Url}: {response.Status}");
            }
        };
        last = page;
        await page.GotoAsync(product.Address + path);
        return page;
    }

    /// <summary>Somebody with an account, signed in, at a page.</summary>
    public async Task<IPage> AsAsync(Player who, string path)
    {
        var page = last = who.Page ??= await StrangerAsync("/account/sign-in");
        await page.GotoAsync(product.Address + path);
        if (page.Url.Contains("/account/sign-in", StringComparison.Ordinal))
        {
            await SpeakAsync(page);
            if (who.Label is not null)
            {
                await BeAsync(page, who);
            }
            else
            {
                await page.WriteAsync(Words["E-mail"], who.Email);
                await page.WriteAsync(Words["Password"], who.Password);
                await page.SendAsync(Words["Sign in"]);
            }
        }

        if (page.Url.Contains("/account/code", StringComparison.Ordinal))
        {
            await page.WriteAsync(Words["Code"], CodeOf(who));
            await page.SendAsync(Words["Continue"]);
        }

        return page;
    }

    /// <summary>One click makes one somebody of the sample company; whoever reads another language than this walk is in switches.</summary>
    private async Task BeAsync(IPage page, Player who)
    {
        var button = page.Locator($"button[name=label][value={who.Label}]");
        var around = Words["Be {name}", ("name", "|")].Split('|');
        who.Name = (await button.InnerTextAsync())[around[0].Trim().Length..^around[1].Trim().Length].Trim();
        await page.SendAsync(button);
        await SpeakAsync(page);
    }

    /// <summary>Switches the page to the language of this walk, as anybody does: by the menu at the top, or the button at the foot of the bare pages.</summary>
    public async Task SpeakAsync(IPage page)
    {
        if (await page.Locator("html").GetAttributeAsync("lang") != Words.Language)
        {
            var button = page.Locator($"form[action='/language'] button[value='{Words.Language}']").First;
            if (!await button.IsVisibleAsync())
            {
                await page.Locator("details", new() { Has = page.Locator("form[action='/language']") }).First.Locator("summary").ClickAsync();
            }

            await page.SendAsync(button);
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", Words.Language);
        }
    }

    /// <summary>The six digits that their authenticator shows now. Each works once: somebody faster than the phone takes the next ones, as the product allows.</summary>
    public static string CodeOf(Player who)
    {
        who.LastStep = Math.Max(who.LastStep + 1, Totp.StepOf(TimeProvider.System.GetUtcNow()));
        return Totp.Code(who.Secret ?? throw new InvalidOperationException($"{who.Name} has no authenticator."), who.LastStep);
    }

    /// <summary>The newest mail to an address, with the links that only its reader should see: an administrator of an installation without a mail server finds them on the Mail page.</summary>
    public async Task<string> MailToAsync(string address, string subject, Player administrator)
    {
        for (var tries = 0; ; tries++)
        {
            var page = await AsAsync(administrator, "/admin/mail");
            var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = address }).Filter(new() { HasText = subject }).GetByRole(AriaRole.Link).First;
            if (await row.CountAsync() > 0)
            {
                await page.GoingAsync(() => row.ClickAsync());
                return await page.Locator(".mail-body").InnerTextAsync();
            }

            Assert.True(tries < 20, $"No mail “{subject}” to {address}.");
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }
    }

    /// <summary>Walks; where it stops, says what stood on the page. At the end nothing that a browser complained about may stay unseen.</summary>
    public static async Task WalkAsync(Func<Stage, Task> walk, string language = "en", bool sample = false)
    {
        await using var stage = await SetAsync(language, sample);
        try
        {
            await walk(stage);
        }
        catch (Exception stopped) when (stopped is not Xunit.Sdk.SkipException)
        {
            throw new InvalidOperationException(await stage.WhereAsync(), stopped);
        }

        Assert.True(stage.faults.Count == 0, string.Join('\n', stage.faults) + "\n" + stage.product.Log());
    }

    private async Task<string> WhereAsync()
    {
        if (last is null)
        {
            return product.Log();
        }

        var complaints = string.Join('\n', faults);
        var picture = Path.Combine(Path.GetTempPath(), "talenthub-walk-stopped.png");
        await last.ScreenshotAsync(new() { Path = picture });
        var says = await last.EvaluateAsync<string>("() => { document.querySelectorAll('select, nav').forEach(s => s.remove()); return document.body.innerText; }");
        return $"It stopped at {last.Url} ({picture}).\n{complaints}\n--- the page ---\n{says[..Math.Min(3000, says.Length)]}\n--- the product ---\n{product.Log()}";
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await product.DisposeAsync();
    }

    private void Fault(string what)
    {
        lock (faults)
        {
            faults.Add(what);
        }
    }
}
