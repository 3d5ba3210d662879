namespace TalentHub.Web.Infrastructure.SignIn;

public static class TooManyTries
{
    /// <summary>The page again, with how long to wait: 429.</summary>
    public static async Task<Microsoft.AspNetCore.Mvc.IActionResult> WaitAsync(this FormPage page, TimeSpan wait, CancellationToken ct)
    {
        var text = page.HttpContext.RequestServices.GetRequiredService<Text>();
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        page.ModelState.AddModelError(
            string.Empty,
            seconds > 90
                ? text["Too many tries. Wait {minutes} minutes and try again.", ("minutes", (seconds + 59) / 60)]
                : text["Too many tries. Wait {seconds} seconds and try again.", ("seconds", seconds)]);
        await page.LoadAsync(ct);
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        page.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return page.Page();
    }
}
