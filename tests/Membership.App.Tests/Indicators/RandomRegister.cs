using Membership.Domain.Members;
using Membership.Testing;

namespace Membership.App.Tests.Indicators;

/// <summary>A register in which everything happens: moves, gaps, several organizations, births known by the year alone.</summary>
internal static class RandomRegister
{
    private static readonly string?[] Communes = [TestRegister.CaiKhe, TestRegister.NinhKieu, TestRegister.TanAn, null];
    private static readonly string[] Organizations = ["HND", "LHPN", "DTN", "CTD", "MTTQ"];
    private static readonly string[] Names = ["Trần Văn Ân", "Lê Thị Ánh", "Đỗ Minh Đức", "Nguyễn Thị Bé", "Phạm Hoà", "Võ Út"];

    public static async Task<TestRegister> CreateAsync(TestDatabase database, int seed, int people = 150)
    {
        var register = new TestRegister(database);
        var random = new Random(seed);
        for (var i = 0; i < people; i++)
            await register.AddPersonAsync(Person(random));
        await register.AddPopulationAsync(TestRegister.CaiKhe, 40);
        await register.AddPopulationAsync(TestRegister.NinhKieu, 60);
        await register.RecountAsync();
        return register;
    }

    public static DateOnly Day(Random random) => TestRegister.Start.AddDays(random.Next(0, 480));

    private static NewPerson Person(Random random)
    {
        var (from, to) = Span(random);
        return new(Communes[random.Next(Communes.Length)], Organizations.Where(_ => random.Next(3) == 0).Select(code => Membership(code, random)).ToArray())
        {
            Name = Names[random.Next(Names.Length)],
            Born = Born(random),
            From = from,
            To = to,
        };
    }

    private static NewMembership Membership(string code, Random random)
    {
        var (from, to) = Span(random);
        return new(code, Communes[random.Next(Communes.Length)], from, to);
    }

    private static PartialDate? Born(Random random) => random.Next(6) switch
    {
        0 => null,
        1 => PartialDate.TryCreate(random.Next(2008, 2012)),
        2 => PartialDate.TryCreate(random.Next(1950, 2012), 7),
        3 => PartialDate.TryCreate(random.Next(1950, 2005)),
        _ => PartialDate.TryCreate(random.Next(2009, 2012), random.Next(1, 13), random.Next(1, 29)),
    };

    private static (DateOnly From, DateOnly? To) Span(Random random)
    {
        var from = Day(random).AddDays(-random.Next(0, 300));
        return (from, random.Next(2) == 0 ? null : from.AddDays(random.Next(1, 400)));
    }
}
