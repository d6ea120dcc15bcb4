using Bimer.Blazor.Persistence.Accounts;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Workspace.Settings;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Settings;

/// <summary>What somebody made of their keyboard is theirs alone and there again on the next device.</summary>
public sealed class KeyPreferencesTests
{
    private static readonly KeyChoice _own = new(IsOff: true, new Dictionary<string, string>(StringComparer.Ordinal) { ["KeyForward"] = "ş", ["KeyDesk"] = "g 1" });

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_one_person_chose_is_kept_and_is_nobody_elses(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        var health = office.Unit("Ankara İl Sağlık Müdürlüğü");
        var (zeynep, mehmet) = (await office.HireAsync(1, OfficerRole.CaseOfficer, health), await office.HireAsync(2, OfficerRole.CaseOfficer, health));
        foreach (var choice in new[] { _own with { IsOff = false }, _own })
            (await office.For<KeyPreferences>(zeynep).KeepAsync(choice, CancellationToken.None)).IsAccepted.Should().BeTrue();

        (await ReadAsync(office, zeynep)).Should().BeEquivalentTo(_own);
        (await ReadAsync(office, mehmet)).Should().BeEquivalentTo(KeyChoice.Usual);
    }

    [Theory]
    [InlineData("[1]", false)]
    [InlineData("{}", false)]
    [InlineData("{\"IsOff\":true,\"Own\":null}", true)]
    [InlineData("{\"IsOff\":true,\"Own\":{\"Gone\":\"q\",\"KeySend\":\"q\",\"KeyReply\":null}}", true)]
    [InlineData("not json", false)]
    public async Task What_another_edition_wrote_breaks_nothing(string written, bool isOff)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var zeynep = await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara İl Sağlık Müdürlüğü"));
        await using (var db = await office.DbAsync())
        {
            db.Add(new OfficerPreference { Officer = zeynep.UserId, Key = "keys", Value = written });
            await db.SaveChangesAsync();
        }

        (await ReadAsync(office, zeynep)).Should().BeEquivalentTo(KeyChoice.Usual with { IsOff = isOff });
    }

    private static Task<KeyChoice> ReadAsync(Office office, Actor actor) => office.For<KeyPreferences>(actor).ReadAsync(CancellationToken.None);
}
