using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Given.Proofs;

public sealed class BimerProcessProofs
{
    [Fact]
    public async Task The_program_comes_back_on_its_address_after_a_kill_and_ends_when_asked()
    {
        using var folder = new SqliteFolder();
        await using var bimer = await BimerProcess.StartAsync(new BimerSettings(folder.Root) { ReadyPath = "/_framework/blazor.web.js" });
        var (address, firstId) = (bimer.Url, bimer.Id);

        await bimer.Kill9Async();
        bimer.HasExited.Should().BeTrue();
        await bimer.RestartAsync();

        bimer.Url.Should().Be(address);
        bimer.Id.Should().NotBe(firstId);
        await bimer.StopGracefullyAsync();
        bimer.HasExited.Should().BeTrue();
        bimer.ConsoleLines.Should().Contain(line => line.Contains("shutting down", StringComparison.OrdinalIgnoreCase), "it was asked, not killed");
    }

    [Fact]
    public async Task A_program_that_cannot_start_says_why()
    {
        using var folder = new SqliteFolder();
        var settings = new BimerSettings(folder.Root)
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Kestrel:Endpoints:Broken:Url"] = "nonsense://" },
        };

        (await FluentActions.Awaiting(() => BimerProcess.StartAsync(settings)).Should().ThrowAsync<InvalidOperationException>())
            .WithMessage("*before it was ready*nonsense*");
    }
}
