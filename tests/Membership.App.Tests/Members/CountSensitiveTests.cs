using Membership.App.Keys;
using Membership.App.Members;
using Membership.App.Tests.Indicators;
using Membership.Domain.Members;
using Membership.Testing;

namespace Membership.App.Tests.Members;

public sealed class CountSensitiveTests
{
    [Fact]
    public async Task Ethnicity_OfThoseWhoLiveThere_IsCountedWithoutSmallNumbers()
    {
        await using var database = await TestDatabase.CreateAsync();
        await AddAsync(database, TestRegister.CaiKhe, 6, "Kinh");
        await AddAsync(database, TestRegister.CaiKhe, 1, "kinh");
        await AddAsync(database, TestRegister.CaiKhe, 2, "Khmer");
        await AddAsync(database, TestRegister.CaiKhe, 3, null);
        await AddAsync(database, TestRegister.TanAn, 9, "Hoa");

        var counts = (await database.Send(new CountSensitive(TestRegister.CaiKhe, TestRegister.Day, null, PersonField.Ethnicity))).Value;
        var youth = (await database.Send(new CountSensitive(TestRegister.CaiKhe, TestRegister.Day, "DTN", PersonField.Ethnicity))).Value;

        Assert.Equal([new ValueCount("Kinh", 7), new ValueCount(null, 5, IsOther: true)], counts.Values);
        Assert.Empty(youth.Values);
    }

    private static async Task AddAsync(TestDatabase database, string commune, int people, string? ethnicity)
    {
        var register = new TestRegister(database);
        for (var i = 0; i < people; i++)
        {
            var id = await register.AddPersonAsync(new(commune, new NewMembership("HND", commune)));
            await database.With(db =>
            {
                var person = db.People.Single(person => person.Id == id);
                person.Ethnicity = database.Cipher.SealOrNull(ethnicity, SealedPlace.Of(person, SealedKind.Ethnicity));
                return db.SaveChangesAsync();
            });
        }
    }
}
