using System.CommandLine;
using Membership.App.Indicators;
using Membership.Domain.Targets;

namespace Membership.Web.CommandLine;

internal static class FigureCommand
{
    public static void AddTo(RootCommand root)
    {
        var indicator = new Argument<string>("indicator") { Description = "Mã chỉ số: participation" };
        var (locality, asOf, organization, json) = (CommandOptions.Locality(), CommandOptions.AsOf(), CommandOptions.Organization(), CommandOptions.Json());
        var command = new Command("figure", "Một chỉ số của một địa phương vào một ngày") { indicator, locality, asOf, organization, json };
        command.SetAction(async (parsed, token) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed, token);
            var outcome = await host.Mediator.Send(
                new GetIndicatorProgress(parsed.GetValue(indicator)!, parsed.GetValue(locality)!, parsed.GetValue(asOf), parsed.GetValue(organization), TrendMonths: 0), token);
            if (outcome.IsRefused)
                return Refusing.Say(outcome.Refusal!);

            if (parsed.GetValue(json))
                CommandJson.Print(FigureResult.Of(outcome.Value));
            else
                Console.Out.WriteLine(FigureText.Of(outcome.Value));
            return 0;
        });
        root.Subcommands.Add(command);
    }
}

/// <summary>What <c>figure --json</c> prints.</summary>
/// <param name="Numerator">Null, as people and memberships, when too small for who may not see people.</param>
/// <param name="Share">A fraction, not rounded; null without a denominator.</param>
internal sealed record FigureResult(
    string Indicator, int DefinitionVersion, FigureLocality Locality, DateOnly AsOf, long? Numerator, long? Denominator,
    long? People, long? Memberships, decimal? Share, FigureUnits Units, FigureTarget? Target, Progress Status)
{
    public static FigureResult Of(IndicatorProgress progress) => new(
        progress.Definition.Code,
        progress.Definition.Version,
        new FigureLocality(progress.Whole.Locality.Code, progress.Whole.Locality.Name),
        progress.AsOf,
        progress.Whole.IsWithheld ? null : progress.Whole.Measure.Numerator,
        progress.Whole.Measure.HasShare ? progress.Whole.Measure.Denominator : null,
        progress.Whole.IsWithheld ? null : progress.Whole.People,
        progress.Whole.AreMembershipsWithheld ? null : progress.Whole.Memberships,
        progress.Whole.Measure.Share,
        new FigureUnits(progress.UnitsCounted, progress.UnitsTotal),
        progress.Target is { } target ? new FigureTarget(target.Value / 10_000m, target.Comparator == Comparator.MoreThan ? ">" : ">=") : null,
        progress.Whole.Progress);
}

internal sealed record FigureLocality(string Code, string Name);

internal sealed record FigureUnits(int Counted, int Total);

/// <param name="Value">A fraction, in the unit of the share: 0.74.</param>
/// <param name="Comparator">"&gt;" or "&gt;=".</param>
internal sealed record FigureTarget(decimal Value, string Comparator);
