using System.Globalization;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Connections;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Persistence;

/// <summary>Those who queue behind a held gate are let in one after the other and share one commit; nobody may notice.</summary>
public sealed class CommonWriterTests : IAsyncLifetime
{
    private Office _office = null!;

    private WriteGate Gate => _office.Services.GetRequiredService<WriteGate>();

    public async Task InitializeAsync() => _office = await Office.OpenAsync(Kind.Sqlite);

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task Forty_saves_at_once_are_all_there()
    {
        await TogetherAsync(Enumerable.Range(0, 40).Select(i => (Func<Task>)(() => SaveAsync(Command(), i))).ToArray());

        (await SizesAsync()).Should().BeEquivalentTo(Enumerable.Range(0, 40));
    }

    [Fact]
    public async Task Who_fails_takes_nothing_of_the_others_along()
    {
        var known = Command();
        await SaveAsync(known, 0);

        var failing = () => SaveAsync(known, 99);
        await TogetherAsync(() => SaveAsync(Command(), 1), () => failing.Should().ThrowAsync<DbUpdateException>(), () => SaveAsync(Command(), 2));

        (await SizesAsync()).Should().BeEquivalentTo([0, 1, 2]);
    }

    [Fact]
    public async Task The_second_of_two_equal_commands_in_one_company_is_answered_as_a_repetition()
    {
        var command = Command();
        var results = new CommitResult[2];

        // Companions behind them: the commit has not happened yet when the second finds the first in its way.
        Func<Task>[] companions = [.. Enumerable.Range(2, 8).Select(i => (Func<Task>)(() => SaveAsync(Command(), i)))];
        await TogetherAsync([async () => results[0] = await CommitAsync(command), async () => results[1] = await CommitAsync(command), .. companions]);

        results.Should().BeEquivalentTo([CommitResult.Committed, CommitResult.Repeated]);
        (await SizesAsync()).Should().HaveCount(9);
    }

    [Fact]
    public async Task A_statement_without_a_transaction_is_not_locked_out_by_those_around_it()
    {
        await SaveAsync(Command(), 1);

        await TogetherAsync(() => SaveAsync(Command(), 2), DeleteAllByHandAsync, () => SaveAsync(Command(), 3));

        (await SizesAsync()).Should().BeEquivalentTo([3]);
    }

    [Fact]
    public async Task Somebody_who_leaves_the_queue_leaves_no_commit_behind()
    {
        using var patience = new CancellationTokenSource();
        var leaving = () => Gate.EnterTogetherAsync(patience.Token).AsTask();

        await TogetherAsync(
            () => SaveAsync(Command(), 1),
            async () =>
            {
                var waiting = leaving.Should().ThrowAsync<OperationCanceledException>();
                await patience.CancelAsync();
                await waiting;
            });

        (await SizesAsync()).Should().BeEquivalentTo([1]);
        await SaveAsync(Command(), 2);
    }

    [Fact]
    public async Task When_the_disk_is_full_the_whole_company_is_told_and_the_next_one_goes_on()
    {
        await LimitAsync("(SELECT page_count FROM pragma_page_count)");
        var full = () => SaveAsync(Command(), 1, new string('x', 200_000));

        var before = () => SaveAsync(Command(), 0);

        await TogetherAsync(() => FullAsync(before), () => FullAsync(before), () => full.Should().ThrowAsync<DbUpdateException>());
        (await SizesAsync()).Should().BeEmpty();

        await LimitAsync("1000000");
        await TogetherAsync(() => SaveAsync(Command(), 2), () => SaveAsync(Command(), 3));
        (await SizesAsync()).Should().BeEquivalentTo([2, 3]);
    }

    [Fact]
    public async Task Whatever_goes_wrong_at_the_end_is_told_and_lets_the_next_one_in()
    {
        await using (var db = await _office.DbAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(new RememberedCommand { Id = Command(), Sender = "test", At = _office.Clock.GetUtcNow(), Answer = "1" });
            await db.SaveChangesAsync();
            _office.Services.GetRequiredService<CommonWriter>().Dispose();   // as a process that ends takes it away under a writer

            var commit = () => transaction.CommitAsync();
            await commit.Should().ThrowAsync<Exception>();
        }

        await SaveAsync(Command(), 2);
        (await SizesAsync()).Should().BeEquivalentTo([2]);
    }

    [Fact]
    public async Task A_connection_that_breaks_between_two_of_a_company_fails_both_and_lets_the_next_one_in()
    {
        var holding = await Gate.EnterAsync(CancellationToken.None);
        var first = () => SaveAsync(Command(), 1);
        var failing = first.Should().ThrowAsync<Exception>();
        var between = Gate.EnterTogetherAsync(CancellationToken.None);
        var third = () => SaveAsync(Command(), 3);
        var alsoFailing = third.Should().ThrowAsync<Exception>();
        holding.Dispose();

        using (await between) await _office.Services.GetRequiredService<CommonWriter>().Shelf.Take(null).Connection!.CloseAsync();

        await Task.WhenAll(failing, alsoFailing, SaveAsync(Command(), 2)).WaitAsync(Eventually.Patience);
        (await SizesAsync()).Should().BeEquivalentTo([2]);
    }

    private static async Task FullAsync(Func<Task> save) => (await save.Should().ThrowAsync<SqliteException>()).Which.SqliteErrorCode.Should().Be(SQLitePCL.raw.SQLITE_FULL);

    /// <summary>Holds the gate until all of them queue at it, in this order.</summary>
    private async Task TogetherAsync(params Func<Task>[] acts)
    {
        var turn = await Gate.EnterAsync(CancellationToken.None);
        var running = acts.Select(act => act()).ToList();
        turn.Dispose();
        await Task.WhenAll(running);
    }

    private static CommandId Command() => new(Guid.CreateVersion7());

    private async Task SaveAsync(CommandId id, int size, string sender = "test")
    {
        await using var db = await _office.DbAsync();
        db.Add(new RememberedCommand { Id = id, Sender = sender, At = _office.Clock.GetUtcNow(), Answer = size.ToString(CultureInfo.InvariantCulture) });
        await db.SaveChangesAsync();
    }

    private async Task<CommitResult> CommitAsync(CommandId id)
    {
        await using var db = await _office.DbAsync();
        return await _office.Services.GetRequiredService<Committer>().CommitAsync(db, new CommandStamp(id, "test", null, "1"), CancellationToken.None);
    }

    private async Task DeleteAllByHandAsync()
    {
        await using var db = await _office.DbAsync();
        using var turn = await Gate.EnterAsync(CancellationToken.None);
        await db.RememberedCommands.ExecuteDeleteAsync();
    }

    private async Task<List<int>> SizesAsync()
    {
        await using var db = await _office.DbAsync();
        var answers = await db.RememberedCommands.Select(c => c.Answer!).ToListAsync();
        return [.. answers.Select(a => int.Parse(a, CultureInfo.InvariantCulture))];
    }

    /// <summary>The most pages the file may have, as far as the writer is concerned.</summary>
    private async Task LimitAsync(string pages)
    {
        await using var db = await _office.DbAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using var count = db.Database.GetDbConnection().CreateCommand();
        count.CommandText = $"SELECT {pages}";
        var most = Convert.ToInt64(await count.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
        await using var limit = db.Database.GetDbConnection().CreateCommand();
        limit.CommandText = $"PRAGMA max_page_count={most.ToString(CultureInfo.InvariantCulture)}";
        await limit.ExecuteScalarAsync();
    }
}
