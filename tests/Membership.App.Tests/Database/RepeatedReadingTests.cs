using Membership.App.Database;
using Membership.Testing;
using Microsoft.Data.Sqlite;

namespace Membership.App.Tests.Database;

public sealed class RepeatedReadingTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private SqliteConnection _connection = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _connection = await _database.OpenConnectionAsync();
    }

    public async Task DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Rows_AreReadInTurnWithTheirValues()
    {
        using var rows = new RepeatedReading(_connection, "SELECT ?, 'Đỗ Ánh', '2024-02-29', NULL UNION ALL SELECT ?, NULL, '1999-12-31', '2025-07-01'", 7, 8);

        Assert.True(rows.Read());
        Assert.Equal((7, "Đỗ Ánh", new DateOnly(2024, 2, 29), (DateOnly?)null), (rows.Number(0), rows.TextOrNull(1), rows.Day(2), rows.DayOrNull(3)));
        Assert.True(rows.Read());
        Assert.Equal((8, (string?)null, new DateOnly(1999, 12, 31), new DateOnly(2025, 7, 1)), (rows.Number(0), rows.TextOrNull(1), rows.Day(2), rows.DayOrNull(3)));
        Assert.False(rows.Read());
    }

    [Fact]
    public void NoNumber_IsReadAsZero()
    {
        using var rows = new RepeatedReading(_connection, "SELECT NULL");

        Assert.True(rows.Read());
        Assert.Equal(0, rows.Number(0));
    }

    [Theory]
    [InlineData("2024")]
    [InlineData("29/02/2024")]
    [InlineData("2024-ab-01")]
    public void WhatIsNoDay_IsRefused(string text)
    {
        using var rows = new RepeatedReading(_connection, $"SELECT '{text}'");
        rows.Read();

        Assert.Throws<FormatException>(() => rows.Day(0));
    }

    [Fact]
    public void AStatementThatIsNone_IsRefused() =>
        Assert.Throws<SqliteException>(() => new RepeatedReading(_connection, "SELECT 1 FROM Nowhere"));
}
