using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence.Intake;

/// <summary>The files beside a database need not be that database's: none is lost because it was asked for by the wrong one.</summary>
public sealed class UnclaimedSweepTests
{
    private static readonly UnclaimedSwept _nothing = new(0, 0, 0);

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_file_no_row_knows_is_set_aside_after_a_day_and_gone_after_ninety_and_those_of_cases_and_drafts_stay(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await CitizensFiles.FiledAsync(office);
        await CitizensFiles.VisitAsync(office);
        office.Clock.Pass(TimeSpan.FromDays(2));
        await StoreAsync(office);
        Touch(office, office.Clock.GetUtcNow() - TimeSpan.FromHours(23));
        (await SweepAsync(office)).Should().Be(_nothing, "it may belong to a transaction that is about to commit");

        Touch(office, office.Clock.GetUtcNow() - TimeSpan.FromHours(25));
        (await SweepAsync(office)).Should().Be(new UnclaimedSwept(1, 0, 0));
        office.Clock.Pass(TimeSpan.FromDays(90) - TimeSpan.FromMinutes(1));
        (await SweepAsync(office)).Should().Be(_nothing);
        office.StoredFiles().Should().HaveCount(3, "it is kept");

        office.Clock.Pass(TimeSpan.FromMinutes(1));
        (await SweepAsync(office)).Should().Be(new UnclaimedSwept(0, 0, 1));
        office.StoredFiles().Should().HaveCount(2).And.NotContain(file => file.Contains("unclaimed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_file_older_than_the_database_is_another_ones_and_is_not_touched(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await CitizensFiles.FiledAsync(office);
        var begun = office.Clock.GetUtcNow();
        await StoreAsync(office);
        office.Clock.Pass(TimeSpan.FromDays(400));
        Touch(office, begun - TimeSpan.FromDays(1));

        (await SweepAsync(office)).Should().Be(_nothing);

        office.StoredFiles().Should().HaveCount(2).And.NotContain(file => file.Contains("unclaimed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task A_database_in_which_nothing_ever_happened_takes_no_file(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await using (var db = await office.DbAsync()) await db.Set<AuditEntry>().ExecuteDeleteAsync();
        await StoreAsync(office);
        office.Clock.Pass(TimeSpan.FromDays(400));
        Touch(office, office.Clock.GetUtcNow() - TimeSpan.FromDays(200));

        (await SweepAsync(office)).Should().Be(_nothing);
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task What_an_older_copy_of_the_database_did_not_know_opens_for_the_right_one_and_goes_back_to_its_shelf(Kind kind)
    {
        await using var office = await Office.OpenAsync(kind);
        await CitizensFiles.FiledAsync(office);
        office.Clock.Pass(TimeSpan.FromDays(2));
        var (file, place) = (await ItsFileAsync(office), office.StoredFiles().Single());
        office.Services.GetRequiredService<FileVault>().SetAside(file, office.Clock.GetUtcNow());
        office.Clock.Pass(TimeSpan.FromDays(200));

        File.Exists(place).Should().BeFalse();
        await (await office.Services.GetRequiredService<FileVault>().OpenAsync(file, CancellationToken.None)).DisposeAsync();
        (await SweepAsync(office)).Should().Be(new UnclaimedSwept(0, 1, 0));

        office.StoredFiles().Should().Equal(place);
    }

    private static async Task<StoredFileId> ItsFileAsync(Office office)
    {
        await using var db = await office.DbAsync();
        return new StoredFileId((await db.Attachments.SingleAsync()).Id.Value);
    }

    private static async Task StoreAsync(Office office) =>
        (await office.Services.GetRequiredService<FileVault>().StoreAsync(new MemoryStream(Documents.Pdf), 1_000_000, CancellationToken.None)).IsAccepted.Should().BeTrue();

    private static Task<UnclaimedSwept> SweepAsync(Office office) => ActivatorUtilities.CreateInstance<UnclaimedSweep>(office.Services).RunAsync(CancellationToken.None);

    private static void Touch(Office office, DateTimeOffset at)
    {
        foreach (var file in office.StoredFiles()) File.SetLastWriteTimeUtc(file, at.UtcDateTime);
    }
}
