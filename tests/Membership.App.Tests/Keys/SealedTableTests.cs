using Membership.App.Keys;
using Membership.Domain.Members;
using Membership.Testing;
using Microsoft.EntityFrameworkCore;

namespace Membership.App.Tests.Keys;

public class SealedTableTests
{
    [Fact]
    public async Task OfRegister_NamesEverySealedColumnOfTheDatabase()
    {
        await using var database = await TestDatabase.CreateAsync();

        var mapped = await database.With(db => Task.FromResult(db.Model.GetEntityTypes()
            .SelectMany(type => type.GetProperties().Where(property => (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(SealedText))
                .Select(property => $"{type.GetTableName()}.{property.Name}"))
            .Order().ToList()));

        // The values of changes are sealed by field, so they are texts to the mapping; images are sealed whole, so they are bytes.
        var named = SealedTable.OfRegister.Where(table => table != SealedTable.Changes && table != SealedTable.Images)
            .SelectMany(table => table.Columns.Select(column => $"{table.Name}.{column.Name}")).Order();
        Assert.Equal(mapped, named);
    }
}
