using TalentHub.Domain.Access;
using TalentHub.Domain.Documents;
using TalentHub.Domain.People;
using TalentHub.Domain.Privacy;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Screening;

namespace TalentHub.Data.Privacy;

public static partial class DataMap
{
    private static IReadOnlyList<TableClass> People =>
    [
        TableClass.Of<Person>("Who you are").OfPerson("Id")
            .Personal("Name_Given Name_Family Name_Latin SearchName SortName Email EmailKey Phone PhoneKey Zone CurrentTitle CurrentEmployer Place ProfileLink")
            .Internal("Language CreatedAt ErasedAt").Withholds("SearchName SortName EmailKey PhoneKey"),
        TableClass.Of<PersonTerm>("Pieces of your name for search").OfPerson("PersonId").RowsGo().Personal("Term").WithheldBecause("The name itself is given."),
        TableClass.Of<Employment>("Your employments").OfPerson("PersonId").Personal("Title").Internal("RoleFamily Level StartsOn EndsOn"),
        TableClass.Of<Consent>("What you agreed to").OfPerson("PersonId").Internal("Purpose Basis Language GivenAt WithdrawnAt"),
        TableClass.Of<StoredFile>("Your files").OfPerson("PersonId").RowsGo()
            .Personal("FileName Text Facts Sha256 Problem").Secret("StorageName ClaimHash").Internal("Kind ContentType Size UploadedAt DropAt ReadState").Withholds("Sha256 DropAt Facts"),
        TableClass.Of<SignedLink>("Links that were sent to you").OfPerson("PersonId").RowsGo().Secret("TokenHash").Internal("Purpose CreatedAt ExpiresAt UsedAt RevokedAt"),
        TableClass.Of<Note>("What colleagues noted about you").OfPerson("PersonId").RowsGo().Sensitive("Text").Internal("Audience WrittenAt"),
        TableClass.Of<DuplicatePair>("Records that may be yours as well").OfPerson("FirstId", "SecondId").Internal("Reasons")
            .WithheldBecause("The other record may be somebody else's."),
        TableClass.Of<LegalHold>("Legal holds that name you").OfPerson("PersonId").Sensitive("Reason").Internal("PlacedAt LiftedAt").Withholds("Reason"),
        TableClass.Of<PrivacyRequest>("What you asked about your data").OfPerson("PersonId").Personal("Words").Internal("Kind DueOn ExtendedAt"),
        TableClass.Of<ErasedPerson>("Who was erased").Internal("ErasedAt Cause ScrubbedAt").Secret("Salt EmailHash PhoneHash FilesLeft")
            .Nobodys("Who was erased is known by number and salted hash alone, so that a restored copy can be erased again."),
    ];
}
