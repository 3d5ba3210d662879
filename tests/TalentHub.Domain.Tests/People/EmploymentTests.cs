using TalentHub.Domain.Access;
using TalentHub.Domain.People;
using TalentHub.Domain.Tests.Workflows;
using TalentHub.Domain.Workflows;
using TalentHub.Testing;

namespace TalentHub.Domain.Tests.People;

public sealed class EmploymentWalks : MachineTests<Employment, EmploymentState, EmploymentTrigger, NoFacts>
{
    protected override Employment New(Random random) =>
        new(Actor.System, A.Noon, 1, 1, 1, "Engineer", "mle", "L4", null, new DateOnly(2026, 4, 1), null);

    protected override NoFacts Facts(Random random) => default;
}

public sealed class PersonTests
{
    [Theory]
    [InlineData("李明", "李明")]
    [InlineData("欧阳娜娜", "欧阳娜娜")]
    [InlineData("Ada King Lovelace", "Ada King Lovelace")]
    [InlineData("Plato", "Plato")]
    public void A_name_reads_as_its_script_writes_it(string line, string shown) =>
        Assert.Equal(shown, Domain.Common.PersonName.Parse(line).Display);

    [Fact]
    public void The_same_number_with_and_without_a_country_code_is_one_number() =>
        Assert.Equal(Person.KeyOfPhone("13800001234"), Person.KeyOfPhone("+86 138-0000-1234"));
}
