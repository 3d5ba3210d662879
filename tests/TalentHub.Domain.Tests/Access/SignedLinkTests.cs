using TalentHub.Domain.Access;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.Access;

public sealed class SignedLinkTests
{
    [Fact]
    public void The_token_is_handed_out_once_and_only_its_hash_is_kept()
    {
        var link = SignedLink.Create(LinkPurpose.CandidateStatus, 5, 7, A.Noon, A.Noon.AddDays(30), out var token);

        Assert.True(SignedLink.IsToken(token));
        Assert.Equal(link.TokenHash, SignedLink.HashOf(token));
        Assert.DoesNotContain(token, link.TokenHash, StringComparison.Ordinal);
    }

    [Fact]
    public void It_opens_until_it_expires_is_used_or_taken_back()
    {
        var link = SignedLink.Create(LinkPurpose.OfferAnswer, 5, 7, A.Noon, A.Noon.AddDays(1), out _);

        Assert.Null(link.ProblemAt(A.Noon));
        Assert.Equal(LinkProblem.Expired, link.ProblemAt(A.Noon.AddDays(1)));
        link.Use(A.Noon);
        Assert.Equal(LinkProblem.Used, link.ProblemAt(A.Noon));
        link.Revoke(A.Noon);
        Assert.Equal(LinkProblem.Revoked, link.ProblemAt(A.Noon));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaa'")]
    [InlineData("ααααααααααααααααααααaa")]
    public void What_has_not_the_form_of_a_token_is_not_looked_up(string text) => Assert.False(SignedLink.IsToken(text));
}
