using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Facts.Demo;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Given.Proofs;

public sealed class BimerProcessProofs
{
    [Fact]
    public async Task The_first_start_tells_the_demo_and_a_killed_program_comes_back_on_its_address_and_ends_when_asked()
    {
        using var folder = new SqliteFolder();
        await using var bimer = await BimerProcess.StartAsync(new BimerSettings(folder.Root) { ReadyPath = "/_framework/blazor.web.js" });
        var (address, firstId) = (bimer.Url, bimer.Id);
        await Eventually.TrueAsync(() => Says(bimer, DemoStaff.Password), "the console tells how to come in");
        DemoOfficers.Shipped.Listed.Should().OnlyContain(officer => Says(bimer, officer.NationalId));

        await bimer.Kill9Async();
        bimer.HasExited.Should().BeTrue();
        await bimer.RestartAsync();

        bimer.Url.Should().Be(address);
        bimer.Id.Should().NotBe(firstId);
        await bimer.StopGracefullyAsync();
        bimer.HasExited.Should().BeTrue();
        Says(bimer, "shutting down").Should().BeTrue("it was asked, not killed");
        Says(bimer, DemoSeed.Petitions.ToString(System.Globalization.CultureInfo.InvariantCulture)).Should().BeFalse("the demo is told once");
    }

    [Fact]
    public async Task A_program_that_cannot_start_says_why()
    {
        using var folder = new SqliteFolder();
        var settings = new BimerSettings(folder.Root)
        {
            Environment = "Production",   // where no demo is told first
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Kestrel:Endpoints:Broken:Url"] = "nonsense://",
                ["Bimer:Simulate:Mail"] = "true", ["Bimer:Simulate:Sms"] = "true", ["Bimer:Simulate:IdentityRegistry"] = "true",
            },
        };

        (await FluentActions.Awaiting(() => BimerProcess.StartAsync(settings)).Should().ThrowAsync<InvalidOperationException>())
            .WithMessage("*before it was ready*nonsense*");
    }

    private static bool Says(BimerProcess bimer, string words) => bimer.ConsoleLines.Any(line => line.Contains(words, StringComparison.OrdinalIgnoreCase));
}
