using System.Net;
using System.Net.Sockets;

namespace Bimer.Tests.Given;

/// <summary>Ports for programs that take theirs a moment later, and take it again after a restart.</summary>
public static class FreePort
{
    // Below the range from which the kernel serves outgoing connections: there a browser could get the port in between, and a client
    // that knocks at a program that is down could be connected to itself.
    private const int First = 20_000;
    private const int Count = 12_000;

    private static int _last = Random.Shared.Next(Count);

    /// <summary>A loopback port that was free a moment ago and that nobody else in this run is given.</summary>
    public static int Take()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _last) % Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody's already; the next one.
            }
        }
    }
}
