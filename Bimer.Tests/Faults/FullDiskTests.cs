using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Portal;
using Bimer.Blazor.Portal.Filing;
using Bimer.Blazor.Shell;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Faults;

/// <summary>A disk that takes nothing more (A5), a database somebody else holds (A7): said in words, nothing lost, nothing half, and well again without a restart.</summary>
public sealed class FullDiskTests
{
    private static readonly string Long = new('ğ', 6_000);

    [Fact]
    public async Task What_is_typed_while_there_is_no_room_is_refused_in_words_and_saved_once_there_is()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = new Citizen(office);
        (await citizen.PassAsync()).Should().Be(GateAnswer.Passed);
        await citizen.WriteWholeAsync();

        await FillAsync(office, isFull: true);
        var refused = await WriteAsync(citizen);

        refused.Refusal.Should().Be(new Refusal.NotStored());
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");   // of this test alone: it flows down, not up
        Sentence(office, refused.Refusal!).Should().StartWith("Kaydedilemedi").And.Contain("Hiçbir şey kaybolmadı");
        (await citizen.ReadAsync())!.Draft.Text.Should().Be(ACase.Words, "reads go on and what was saved stands");

        await FillAsync(office, isFull: false);
        (await WriteAsync(citizen)).Value!.Draft.Text.Should().Be(Long, "no restart is needed");
    }

    [Fact]
    public async Task A_case_that_finds_no_room_leaves_no_part_of_it_and_is_whole_once_there_is()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);

        await FillAsync(office, isFull: true);
        (await FileAsync(office)).Should().Be(CommitResult.Full);
        CommitResult.Full.WhyNot().Should().Be(new Refusal.NotStored());
        (await CountAsync(office)).Should().Be((0, 0, 0, 0, 0));

        await FillAsync(office, isFull: false);
        (await FileAsync(office)).Should().Be(CommitResult.Committed);
        (await CountAsync(office)).Should().Be((1, 1, 1, 1, 1));
    }

    [Fact]
    public async Task An_upload_that_finds_no_room_is_told_so_and_leaves_nothing()
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var vault = office.Services.GetRequiredService<FileVault>();

        var refused = await vault.StoreAsync(new FullAfter(Documents.Pdf), 1_000_000, CancellationToken.None);

        refused.Refusal.Should().Be(new Refusal.NotStored());
        office.StoredFiles().Should().BeEmpty();
        (await vault.StoreAsync(new MemoryStream(Documents.Pdf), 1_000_000, CancellationToken.None)).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public async Task While_another_process_holds_the_database_a_page_says_so_in_time_and_works_again_afterwards()
    {
        await using var server = await BimerServer.StartAsync();
        using var browser = server.NewPlainBrowser();
        await using var other = new SqliteConnection($"Data Source={Path.Combine(server.DataPath, "bimer.db")};Pooling=False");
        await other.OpenAsync();
        (string, string)[] anybody = [("kimlik", Staff.NumberOf(1)), ("sifre", "yanlış")];

        PlainAnswer held;
        await using (await other.BeginTransactionAsync()) held = await browser.SubmitAsync("/giris", null, anybody);

        held.Status.Should().Be(503);
        held.Body.Should().Contain("Şu anda kaydedilemiyor").And.Contain("yeniden deneyin");
        (await browser.SubmitAsync("/giris", null, anybody)).Status.Should().Be(200);
    }

    private static string Sentence(Office office, Refusal refusal) =>
        ActivatorUtilities.CreateInstance<RefusalText>(office.Services, ActivatorUtilities.CreateInstance<CaseWords>(office.Services)).For(refusal);

    private static Task<Outcome<FilingView>> WriteAsync(Citizen citizen) => citizen.AskAsync<FilingDesk, Outcome<FilingView>>(
        desk => desk.TryKeepAsync(draft => draft with { Text = Long }, CancellationToken.None));

    private static async Task<CommitResult> FileAsync(Office office)
    {
        var now = office.Clock.GetUtcNow();
        var filing = new ACase(office.Clock).Filing() with { Id = new CaseId(20260000001), Text = PetitionText.Parse(Long).Value! };
        var identity = office.Services.GetRequiredService<IdentityVault>().Seal(filing.Applicant, AnAnsweringOffice.Citizen(), now);
        await using var db = await office.DbAsync();
        db.AddRange(CaseFile.File(filing, now).Value!, identity);
        return await office.Services.GetRequiredService<Committer>().CommitAsync(db, new CommandStamp(OfficeStories.NewCommand(), "test", null), CancellationToken.None);
    }

    private static async Task<(int Cases, int Texts, int Identities, int Audit, int Outbox)> CountAsync(Office office)
    {
        await using var db = await office.DbAsync();
        return (await db.Cases.CountAsync(), await db.Petitions.CountAsync(), await db.SealedIdentities.CountAsync(), await db.AuditEntries.CountAsync(), await db.OutboxMessages.CountAsync());
    }

    /// <summary>From now on the database may have no page more than it has, or as many as it likes again.</summary>
    private static async Task FillAsync(Office office, bool isFull)
    {
        await using var db = await office.DbAsync();
        // Without the pages that earlier work left free: those could still be taken.
        if (isFull) await db.Database.ExecuteSqlRawAsync("VACUUM");
        // Within a transaction, because that is where all writers write. SQLite does not go below what there is.
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlRawAsync(isFull ? "PRAGMA max_page_count = 1" : "PRAGMA max_page_count = 1000000");
    }

    /// <summary>Hands over some bytes and then fails as the kernel does when there is no room: with the very error of /dev/full.</summary>
    private sealed class FullAfter(byte[] content) : MemoryStream(content)
    {
        private bool _given;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (!_given)
            {
                _given = true;
                return await base.ReadAsync(buffer[..100], cancellationToken);
            }

            await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write);
            await full.WriteAsync(new byte[1], cancellationToken);
            await full.FlushAsync(cancellationToken);
            return 0;
        }
    }
}
