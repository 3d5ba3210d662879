using System.Reflection;
using TalentHub.Domain.Access;

namespace TalentHub.Web.Infrastructure;

/// <summary>How something is opened when it is not a capability that decides.</summary>
public enum Door
{
    /// <summary>A capability decides.</summary>
    Capability,

    /// <summary>Everyone, signed in or not.</summary>
    Anonymous,

    /// <summary>A signed link, whose token the page checks.</summary>
    SignedLink,

    /// <summary>Only while the installation is empty, or in demo mode; the page checks.</summary>
    SetUp,
}

/// <summary>The right that a page, handler or endpoint asks for.</summary>
/// <param name="Own">Beyond the capability it is limited to one's own or related records.</param>
public sealed record Right(Door Door, Capability? Needs, bool Own = false)
{
    public static readonly Right Anonymous = new(Door.Anonymous, null);
    public static readonly Right SignedLink = new(Door.SignedLink, null);
    public static readonly Right SetUp = new(Door.SetUp, null);

    public static Right Of(Capability capability, bool own = false) => new(Door.Capability, capability, own);

    public override string ToString() => Needs?.ToString() ?? Door.ToString();
}

/// <summary>Says which rights the pages of one folder ask for. Found by type; one a folder, in its Conventions.cs.</summary>
public interface IFolderRights
{
    void Declare(RightsTable rights);
}

/// <summary>Every page and handler with its right. Razor Pages ignores [Authorize] on handlers, and a page that is not here opens for nobody.</summary>
public sealed class RightsTable
{
    private readonly Dictionary<(string Page, string Verb, string Handler), Right> rights = new();

    public static RightsTable Build()
    {
        var table = new RightsTable();
        foreach (var type in typeof(RightsTable).Assembly.GetTypes().Where(t => typeof(IFolderRights).IsAssignableFrom(t) && t is { IsClass: true, IsAbstract: false }))
        {
            ((IFolderRights)Activator.CreateInstance(type)!).Declare(table);
        }

        return table;
    }

    /// <summary>Reading a page. <paramref name="page"/> is its path under Pages: <c>/Demand/Requisitions/Index</c>.</summary>
    public RightsTable Get(string page, Capability needs, bool own = false) => Add(page, "GET", string.Empty, Right.Of(needs, own));

    public RightsTable Get(string page, Right right) => Add(page, "GET", string.Empty, right);

    /// <summary>A GET handler with a name (<c>OnGetRowsAsync</c> is "Rows").</summary>
    public RightsTable Get(string page, string handler, Right right) => Add(page, "GET", handler, right);

    /// <summary>Posting to a page: the right of what it does, not of what it shows. <paramref name="handler"/> is empty for <c>OnPostAsync</c>.</summary>
    public RightsTable Post(string page, string handler, Capability needs, bool own = false) => Add(page, "POST", handler, Right.Of(needs, own));

    public RightsTable Post(string page, string handler, Right right) => Add(page, "POST", handler, right);

    /// <summary>A form page: shown and sent by the same right.</summary>
    public RightsTable Form(string page, Capability needs, bool own = false) => Get(page, needs, own).Post(page, string.Empty, needs, own);

    public RightsTable Form(string page, Right right) => Get(page, right).Post(page, string.Empty, right);

    public Right? Find(string page, string verb, string handler) =>
        rights.GetValueOrDefault((page, verb == "HEAD" ? "GET" : verb, handler.ToUpperInvariant()));

    /// <summary>All that is declared, for the matrix.</summary>
    public IEnumerable<(string Page, string Verb, string Handler, Right Right)> All() => rights.Select(r => (r.Key.Page, r.Key.Verb, r.Key.Handler, r.Value));

    private RightsTable Add(string page, string verb, string handler, Right right)
    {
        rights.Add((page, verb, handler.ToUpperInvariant()), right);
        return this;
    }
}

/// <summary>Put on endpoints that are no pages.</summary>
public static class EndpointRights
{
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Right right)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(b => b.Metadata.Add(right));
        return endpoint;
    }

    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Capability capability, bool own = false)
        where TBuilder : IEndpointConventionBuilder => endpoint.Needs(Right.Of(capability, own));
}
