using Membership.App.Database;

namespace Membership.App.ReferenceData;

/// <summary>Brings a table to what a file says, by key: a row that is already there keeps its id.</summary>
internal static class ReferenceTable
{
    /// <summary>Adds what is new and changes what differs. Answers with the rows that the file does not have.</summary>
    /// <param name="key">What makes two rows the same; not the database's id.</param>
    public static IReadOnlyList<T> Merge<T, TKey>(MembershipDb db, IReadOnlyList<T> held, IEnumerable<T> read, Func<T, TKey> key)
        where T : class
        where TKey : notnull
    {
        var readByKey = read.ToDictionary(key);
        var heldByKey = held.ToDictionary(key);
        foreach (var (rowKey, row) in readByKey)
        {
            if (heldByKey.TryGetValue(rowKey, out var existing))
                Change(db, existing, row);
            else
                db.Add(row);
        }

        return heldByKey.Where(pair => !readByKey.ContainsKey(pair.Key)).Select(pair => pair.Value).ToList();
    }

    private static void Change<T>(MembershipDb db, T existing, T row)
        where T : class
    {
        var entry = db.Entry(existing);
        foreach (var property in entry.Properties.Where(property => !property.Metadata.IsPrimaryKey()))
            property.CurrentValue = property.Metadata.PropertyInfo!.GetValue(row);
    }
}
