using System.Text;
using Bimer.Blazor.Gateways.Scanning;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace Bimer.Tests.Gateways;

/// <summary>What is asked of clamd over a real socket, and what counts as its answer (I8).</summary>
public sealed class ClamdScannerTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData((64 * 1024 * 3) + 7)]
    public async Task Every_byte_of_a_file_arrives_and_it_is_clean(int length)
    {
        await using var clamd = AClamd.Start();
        var file = Enumerable.Range(0, length).Select(i => (byte)(i % 251)).ToArray();

        (await AskAsync(clamd, file)).Should().Be(new ScanAnswer(IsHarmful: false));

        clamd.Seen.Should().ContainSingle().Which.Should().Equal(file);
    }

    [Fact]
    public async Task What_it_found_is_told_by_its_own_name()
    {
        await using var clamd = AClamd.Start();

        (await AskAsync(clamd, Encoding.ASCII.GetBytes("x" + AClamd.Bad))).Should().Be(new ScanAnswer(IsHarmful: true, "Deneme.Zararli-1"));
    }

    [Theory]
    [InlineData(ClamdMode.Drops)]
    [InlineData(ClamdMode.CutsItsAnswer)]
    [InlineData(ClamdMode.TooLarge)]
    [InlineData(ClamdMode.Hangs)]
    public async Task Whatever_else_it_does_is_no_answer(ClamdMode mode)
    {
        await using var clamd = AClamd.Start();
        clamd.Mode = mode;

        (await AskAsync(clamd, new byte[200_000], TimeSpan.FromMilliseconds(mode == ClamdMode.Hangs ? 300 : 60_000))).Should().BeNull();
    }

    [Fact]
    public async Task Where_nobody_listens_there_is_no_answer_and_who_stops_is_told_so()
    {
        var clamd = AClamd.Start();
        var scanner = ScannerAt(clamd.Address);
        await clamd.DisposeAsync();
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        (await scanner.ScanAsync(new MemoryStream([1]), CancellationToken.None)).Should().BeNull();
        await FluentActions.Awaiting(() => scanner.ScanAsync(new MemoryStream([1]), stopped.Token)).Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("127.0.0.1:3310", true)]
    [InlineData("clamd.kurum.local:3310", true)]
    [InlineData("[::1]:3310", true)]
    [InlineData("unix:/run/clamav/clamd.ctl", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("clamd:0", false)]
    [InlineData("clamd:99999", false)]
    [InlineData("unix:clamd.ctl", false)]
    public void An_address_names_a_host_with_its_port_or_a_socket(string address, bool isOne) => (ScanningGateway.PlaceOf(address) is not null).Should().Be(isOne);

    private static Task<ScanAnswer?> AskAsync(AClamd clamd, byte[] file, TimeSpan? timeout = null) => ScannerAt(clamd.Address, timeout).ScanAsync(new MemoryStream(file), CancellationToken.None);

    private static ClamdScanner ScannerAt(string address, TimeSpan? timeout = null) =>
        new(Options.Create(new ScannerOptions { Address = address, Timeout = timeout ?? TimeSpan.FromMinutes(1) }), NullLogger<ClamdScanner>.Instance);
}
