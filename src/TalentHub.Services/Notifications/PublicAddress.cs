namespace TalentHub.Services.Notifications;

/// <summary>Where people find us from outside; links in mails begin with it, never with what a request says of itself.</summary>
/// <param name="root">Asked each time: without a setting it is known only once the server listens.</param>
public sealed class PublicAddress(Func<string> root)
{
    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => root().TrimEnd('/') + path;
}
