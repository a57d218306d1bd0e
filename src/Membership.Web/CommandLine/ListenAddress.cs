using System.Net;
using System.Net.Sockets;

namespace Membership.Web.CommandLine;

/// <summary>An address at which the pages are served.</summary>
internal static class ListenAddress
{
    public static bool IsOne(string address)
    {
        try
        {
            // Where the port is no number, it is taken for a part of the host and port 80 is opened to everybody.
            return !BindingAddress.Parse(address).Host.Trim('[', ']').Contains(':', StringComparison.Ordinal) || address.Contains('[', StringComparison.Ordinal);
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The first of the addresses that cannot be listened at; null when all can. Asked before the server starts, which
    /// would answer with pages of log.</summary>
    public static string? FirstTaken(string addresses) => addresses.Split(';').FirstOrDefault(IsTaken);

    /// <summary>Whether other machines can reach one of the addresses.</summary>
    public static bool IsOpenToOthers(string addresses) => addresses.Split(';').Select(BindingAddress.Parse).Any(address =>
        !address.IsUnixPipe && !address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        && !(IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    private static bool IsTaken(string address)
    {
        var asked = BindingAddress.Parse(address);
        if (asked.Port == 0 || asked.IsUnixPipe)
            return false;

        var at = IPAddress.TryParse(asked.Host.Trim('[', ']'), out var given) ? given
            : asked.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback : IPAddress.Any;
        try
        {
            using var probe = new TcpListener(at, asked.Port);
            probe.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
