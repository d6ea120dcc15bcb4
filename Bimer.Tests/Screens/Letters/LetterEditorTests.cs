using System.Collections.Concurrent;
using System.Globalization;
using Bimer.Blazor.Workspace;
using Bimer.Blazor.Workspace.Replying;
using Bimer.Tests.Given;
using Bunit;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Xunit;

namespace Bimer.Tests.Screens.Letters;

/// <summary>The letter's editor while its script is on the way.</summary>
public sealed class LetterEditorTests
{
    [Fact]
    public async Task A_desk_that_is_left_before_its_script_came_starts_no_editor()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");
        var script = new LateScript();
        await using var browser = new BunitContext();
        browser.Services.AddLogging().AddLocalization().AddSingleton<IJSRuntime>(script);
        browser.Render<LetterEditor>(parameters => parameters.Add(p => p.Url, "/evrak/taslak/1").Add(p => p.Choices, new DraftChoices("", null, null, "")));

        await browser.DisposeComponentsAsync();
        script.Arrived.SetResult(script);

        await Eventually.TrueAsync(() => script.IsGivenBack, "the script that came too late is given back");
        script.Called.Should().Equal("import");
    }

    private sealed class LateScript : IJSRuntime, IJSObjectReference
    {
        public TaskCompletionSource<object> Arrived { get; } = new();

        public ConcurrentQueue<string> Called { get; } = new();

        public bool IsGivenBack { get; private set; }

        public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args)
        {
            Called.Enqueue(identifier);
            return (TValue)await Arrived.Task;
        }

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);

        public ValueTask DisposeAsync()
        {
            IsGivenBack = true;
            return ValueTask.CompletedTask;
        }
    }
}
