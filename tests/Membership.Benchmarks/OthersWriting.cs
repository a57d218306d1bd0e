using System.Diagnostics;
using MediatR;
using Membership.App.Populations;
using Microsoft.Extensions.DependencyInjection;

namespace Membership.Benchmarks;

/// <summary>Another user, who records a figure of another commune twenty times a second, through the whole pipeline with its audit.</summary>
internal sealed class OthersWriting : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ServiceProvider _services;
    private readonly CancellationTokenSource _stop = new();
    private Task<List<double>> _writing = Task.FromResult(new List<double>());

    private OthersWriting(ServiceProvider services) => _services = services;

    /// <summary>Begins once the program is warm, as a server is: the first write is not counted.</summary>
    public static async Task<OthersWriting> BeginAsync(ServiceProvider services)
    {
        var others = new OthersWriting(services);
        await others.WriteOneAsync(9_999);
        others._writing = Task.Run(others.WriteAsync);
        return others;
    }

    /// <summary>Milliseconds of each write, from the shortest.</summary>
    public async Task<List<double>> StopAsync()
    {
        await _stop.CancelAsync();
        var waits = await _writing;
        waits.Sort();
        return waits;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task<List<double>> WriteAsync()
    {
        var waits = new List<double>();
        for (var value = 10_000L; !_stop.IsCancellationRequested; value++)
        {
            var start = Stopwatch.GetTimestamp();
            await WriteOneAsync(value);
            waits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(Pause, CancellationToken.None);
        }

        return waits;
    }

    private async Task WriteOneAsync(long value)
    {
        await using var scope = BenchmarkRegister.ScopeOfAdministrator(_services);
        _ = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RecordPopulationFigure("31135", new DateOnly(2026, 6, 30), value, "Số liệu để đo"))).Value;
    }
}
