using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace TalentHub.Web.Infrastructure;

/// <summary>A calendar file as a download: what the invitation's mail carries, for those whom no mail reaches.</summary>
public static class CalendarDownload
{
    private const string ContentType = "text/calendar; charset=utf-8";

    /// <param name="name">Without its ending: INT-7.</param>
    public static IActionResult Of(string? file, string name) =>
        file is null ? new NotFoundResult() : new FileContentResult(Encoding.UTF8.GetBytes(file), ContentType) { FileDownloadName = name + ".ics" };
}
