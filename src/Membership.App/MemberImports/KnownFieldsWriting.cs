using Membership.App.Keys;
using Membership.Domain.MemberImports;
using Membership.Domain.Members;

namespace Membership.App.MemberImports;

/// <summary>Writes what a list changes in the own fields of a known person, sealed where the register keeps them so.</summary>
internal sealed class KnownFieldsWriting(RegisterWrite write, RegisterImages images, FieldCipher cipher, ListContext list)
{
    /// <param name="home">Key of the commune in which she lives, as the row says.</param>
    public void Apply(KnownPerson person, FieldChange change, long home)
    {
        if (change.Field == MemberField.CitizenId && IsAnothers(person, change.After))
            return;
        if (change.Field != MemberField.Address)
            images.Changes(ImageTable.People, person.Id);
        if (SealedColumn(change.Field) is { } column)
        {
            ApplySealed(person, column, change);
            return;
        }

        ApplyPlain(person, change, home);
        write.Remember(person.Id, change.Field.ToString(), change.Before, change.After);
    }

    /// <summary>Somebody got the number since the check.</summary>
    private bool IsAnothers(KnownPerson person, string? citizenId) => write.Count(
        "SELECT EXISTS (SELECT 1 FROM main.People WHERE CitizenIdIndex = @index AND Id <> @person)",
        ("@index", cipher.IndexOrNull(citizenId)), ("@person", person.Id)) == 1;

    private void ApplyPlain(KnownPerson person, FieldChange change, long commune)
    {
        switch (change.Field)
        {
            case MemberField.FullName:
                write.Execute(
                    "UPDATE main.People SET FullName = @name, FoldedName = @folded, NameOrderKey = @order WHERE Id = @person",
                    ("@name", change.After), ("@folded", PersonName.Fold(change.After!)), ("@order", NameOrder.Key(change.After!)), ("@person", person.Id));
                break;
            case MemberField.Address:
                var home = person.Residences.Single(residence => residence.LocalityId == commune && residence.Contains(list.AsOf));
                images.Changes(ImageTable.Residences, home.Id);
                write.Execute("UPDATE main.Residences SET Address = @address WHERE Id = @id", ("@address", change.After), ("@id", home.Id));
                break;
            case MemberField.Sex:
                write.Execute("UPDATE main.People SET Sex = @sex WHERE Id = @person", ("@sex", (int)Enum.Parse<Sex>(change.After!)), ("@person", person.Id));
                break;
            case MemberField.DateOfBirth:
                write.Execute("UPDATE main.People SET BirthDate = @birth WHERE Id = @person", ("@birth", change.After), ("@person", person.Id));
                break;
            case MemberField.Education or MemberField.Qualification or MemberField.PoliticalTheory:
                write.Execute($"UPDATE main.People SET {change.Field} = @value WHERE Id = @person", ("@value", change.After), ("@person", person.Id));
                break;
            default:
                throw new InvalidOperationException($"No column for {change.Field}");
        }
    }

    private void ApplySealed(KnownPerson person, string column, FieldChange change)
    {
        var binding = write.Rows("SELECT Binding FROM main.People WHERE Id = @person", reader => reader.GetInt64(0), ("@person", person.Id)).Single();
        var after = cipher.SealOrNull(change.After, new SealedPlace(Enum.Parse<SealedKind>(column), binding))?.Text;
        write.Execute($"UPDATE main.People SET {column} = @value WHERE Id = @person", ("@value", after), ("@person", person.Id));
        if (change.Field is MemberField.CitizenId or MemberField.Phone)
            write.Execute($"UPDATE main.People SET {column}Index = @index WHERE Id = @person", ("@index", cipher.IndexOrNull(change.After)), ("@person", person.Id));

        var place = SealedPlace.OfChange(column, person.Id);
        write.Remember(person.Id, column, cipher.SealOrNull(change.Before, place)?.Text, cipher.SealOrNull(change.After, place)?.Text);
    }

    /// <summary>A closed list: no name from a file ever reaches the statement.</summary>
    private static string? SealedColumn(MemberField field) => field switch
    {
        MemberField.CitizenId => nameof(Person.CitizenId),
        MemberField.FormerIdNumber => nameof(Person.FormerIdNumber),
        MemberField.Phone => nameof(Person.Phone),
        MemberField.EthnicGroup => nameof(Person.Ethnicity),
        MemberField.Religion => nameof(Person.Religion),
        _ => null,
    };
}
