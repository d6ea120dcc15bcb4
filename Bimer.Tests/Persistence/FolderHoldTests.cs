using Bimer.Blazor.Persistence;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>Who may work in a data folder beside whom: a lock per open file, so that two holds in one process stand for two processes.</summary>
public sealed class FolderHoldTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, false, false, false)]
    [InlineData(DatabaseProvider.Sqlite, false, true, false)]
    [InlineData(DatabaseProvider.Postgres, false, false, true)]
    [InlineData(DatabaseProvider.Postgres, false, true, false)]
    [InlineData(DatabaseProvider.Postgres, true, false, false)]
    public void A_seed_stands_beside_nobody_and_servers_beside_each_other_on_PostgreSQL_alone(DatabaseProvider provider, bool firstSeeds, bool secondSeeds, bool together)
    {
        using var first = HoldOf(provider).Take(firstSeeds);

        var second = () => HoldOf(provider).Take(secondSeeds).Dispose();

        if (together) second.Should().NotThrow();
        else second.Should().Throw<DatabaseRefusedException>().WithMessage($"*{_folder.Root}*Bimer:DataPath*");
    }

    [Fact]
    public void Whoever_comes_after_the_other_has_gone_finds_the_folder_free()
    {
        HoldOf(DatabaseProvider.Sqlite).Take(alone: false).Dispose();

        var next = () => HoldOf(DatabaseProvider.Sqlite).Take(alone: true).Dispose();

        next.Should().NotThrow("the file that stays behind is no lock");
    }

    [Fact]
    [System.Runtime.Versioning.SupportedOSPlatform("linux")]   // file modes
    public void A_data_folder_that_is_made_opens_to_its_owner_alone()
    {
        var folder = new DataFolder(Path.Combine(_folder.Root, "data"));

        folder.Make();

        File.GetUnixFileMode(folder.Root).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public void Dispose() => _folder.Dispose();

    private FolderHold HoldOf(DatabaseProvider provider) => new(new DataFolder(_folder.Root), new DatabaseOptions { Provider = provider });
}
