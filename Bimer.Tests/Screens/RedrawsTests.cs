using Bimer.Blazor.Shell.Frame;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Screens;

/// <summary>One bell, one message to the browser, however many parts of the screen it woke.</summary>
public sealed class RedrawsTests : IDisposable
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(30);

    private readonly BunitContext _browser = new();
    private readonly List<string> _happened = [];
    private readonly TestClock _clock = new();

    public RedrawsTests() => _browser.Services.AddScoped(_ => new Redraws(_clock)).AddSingleton(_happened);

    [Fact]
    public async Task Two_parts_woken_by_one_bell_are_drawn_by_one_message()
    {
        var (screen, list, menu) = await ListenAsync();
        _happened.Clear();

        await AnswerAsync(screen, list, "3 başvuru");
        screen.Markup.Should().NotContain("3 başvuru", "the menu is still reading");
        await AnswerAsync(screen, menu, "Kurum Kutusu 3");
        _clock.Pass(Redraws.Patience);
        await list.Refreshed.WaitAsync(AtMost);

        screen.Markup.Should().Contain("3 başvuru").And.Contain("Kurum Kutusu 3");
        _happened.Should().Equal(["drawn", "drawn", "shown", "shown"], "a message ends with what is done after it was shown");
    }

    [Fact]
    public async Task A_part_that_found_nothing_new_holds_nobody_back_and_is_not_drawn()
    {
        var (screen, list, menu) = await ListenAsync();
        await AnswerAsync(screen, list, "4 başvuru");
        await ReadAsync(screen, menu, null);
        screen.Markup.Should().Contain("4 başvuru");
        menu.Drawings.Should().Be(1, "only from the beginning");
    }

    [Fact]
    public async Task A_read_that_fails_leaves_the_other_part_drawn()
    {
        var (screen, list, menu) = await ListenAsync();
        await AnswerAsync(screen, list, "5 başvuru");
        await screen.InvokeAsync(() => menu.Read.SetException(new TimeoutException()));
        await menu.Refreshed.Awaiting(refreshed => refreshed).Should().ThrowAsync<TimeoutException>();
        screen.Markup.Should().Contain("5 başvuru");
    }

    [Fact]
    public async Task A_read_that_does_not_end_holds_the_other_part_back_for_a_breath_and_no_longer()
    {
        var (screen, list, menu) = await ListenAsync();
        await AnswerAsync(screen, list, "8 başvuru");
        screen.Markup.Should().NotContain("8 başvuru");

        await screen.InvokeAsync(() => _clock.Pass(Redraws.Patience));

        screen.WaitForAssertion(() => screen.Markup.Should().Contain("8 başvuru"), AtMost);
        menu.Refreshed.IsCompleted.Should().BeFalse();
    }

    [Fact]
    public async Task After_a_bell_for_all_the_next_one_is_drawn_as_well()
    {
        var (screen, list, menu) = await ListenAsync();
        await AnswerAsync(screen, list, "6 başvuru");
        await ReadAsync(screen, menu, "Kurum Kutusu 6");
        await screen.InvokeAsync(list.Begin);
        await ReadAsync(screen, list, "7 başvuru");
        screen.Markup.Should().Contain("7 başvuru").And.Contain("Kurum Kutusu 6");
    }

    public void Dispose() => _browser.Dispose();

    /// <summary>A screen of two parts, both of which have heard the bell and are reading.</summary>
    private async Task<(IRenderedComponent<Screen> Screen, Part List, Part Menu)> ListenAsync()
    {
        var screen = _browser.Render<Screen>();
        var parts = screen.FindComponents<Part>();
        foreach (var part in parts) await screen.InvokeAsync(part.Instance.Begin);
        return (screen, parts[0].Instance, parts[1].Instance);
    }

    private static async Task ReadAsync(IRenderedComponent<Screen> screen, Part part, string? text)
    {
        await AnswerAsync(screen, part, text);
        await part.Refreshed.WaitAsync(AtMost);
    }

    /// <summary>The part has its answer; drawn it is when the other has one too.</summary>
    private static Task AnswerAsync(IRenderedComponent<Screen> screen, Part part, string? text) => screen.InvokeAsync(() => part.Read.SetResult(text));

    private sealed class Screen : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<Part>(0);
            builder.CloseComponent();
            builder.OpenComponent<Part>(1);
            builder.CloseComponent();
            builder.OpenComponent<DrawnTogether>(2);
            builder.CloseComponent();
        }
    }

    private sealed class Part : ComponentBase
    {
        private string _text = "";

        [Inject] public required Redraws Redraws { get; init; }

        public TaskCompletionSource<string?> Read { get; private set; } = new();

        public Task Refreshed { get; private set; } = Task.CompletedTask;

        [Inject] public required List<string> Happened { get; init; }

        public int Drawings { get; private set; }

        public void Begin()
        {
            Read = new TaskCompletionSource<string?>();
            Refreshed = Redraws.AfterAsync(ReadAsync, StateHasChanged);
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            Drawings++;
            Happened.Add("drawn");
            builder.AddContent(0, _text);
        }

        protected override void OnAfterRender(bool firstRender) => Happened.Add("shown");

        private async Task<bool> ReadAsync()
        {
            if (await Read.Task is not { } text) return false;
            _text = text;
            return true;
        }
    }
}
