namespace TalentHub.Web.Infrastructure;

/// <summary>The addresses that stand: a human number is the prefix and the key (REQ-1042), no second sequence.</summary>
public static class Links
{
    public const string Today = "/today";

    public static string Requisition(long id) => $"/demand/requisitions/REQ-{id}";

    public static string Job(long id) => $"/jobs/REQ-{id}";

    public static string Posting(long id) => $"/postings/PST-{id}";

    public static string Person(long id) => $"/candidates/{id}";

    public static string Application(long id) => $"/applications/APP-{id}";

    public static string Interview(long id) => $"/interviews/INT-{id}";

    public static string Debrief(long applicationId) => $"/debriefs/APP-{applicationId}";

    public static string Offer(long id) => $"/offers/OFR-{id}";

    public static string Onboarding(long id) => $"/onboarding/ONB-{id}";

    public static string Privacy(long personId) => $"/admin/privacy/people/{personId}";

    public static string Machine(string name) => $"/machines/{name}";
}
