using Bimer.Blazor.Shell.Parts;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>Who clicks on before a page has read everything leaves no fault behind.</summary>
public sealed class LeavingTests
{
    [Fact]
    public async Task A_read_that_comes_back_when_the_screen_has_gone_is_told_so_and_is_no_fault()
    {
        var leaving = new Leaving();
        var first = new TaskCompletionSource();
        var reading = ReadTwiceAsync(first.Task, leaving);

        await leaving.DisposeAsync();
        first.SetResult();

        var wait = () => reading;
        await wait.Should().ThrowAsync<OperationCanceledException>();
        leaving.HasBegun.Should().BeTrue();
    }

    private static async Task ReadTwiceAsync(Task first, Leaving leaving)
    {
        await first;
        using var second = CancellationTokenSource.CreateLinkedTokenSource(leaving.Token);
        second.Token.ThrowIfCancellationRequested();
    }
}
