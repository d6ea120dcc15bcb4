using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bimer.Tests.Given;

/// <summary>One component as its reader first sees it, without a browser and in Turkish.</summary>
internal static class AScreen
{
    /// <summary>For a component that can tell refusals, in a test that provokes none.</summary>
    public static RefusalSentences Refusals(Office office)
    {
        var words = new ServiceCollection().AddLogging().AddLocalization().AddSingleton<CaseWords>().AddSingleton<RefusalText>().BuildServiceProvider();
        return ActivatorUtilities.CreateInstance<RefusalSentences>(office.Services, words.GetRequiredService<RefusalText>());
    }

    /// <param name="services">What the component is given besides its words, each under its own type.</param>
    /// <param name="parameters">Its parameters by name.</param>
    public static async Task<IDocument> HtmlAsync<T>(object[] services, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("tr-TR");   // of this call alone: it flows down, not up
        var given = new ServiceCollection().AddLogging().AddLocalization().AddSingleton(new BunitJSInterop { Mode = JSRuntimeMode.Loose }.JSRuntime);
        given.AddSingleton<AntiforgeryStateProvider, NoToken>();
        foreach (var service in services) given.AddSingleton(service.GetType(), service);
        await using var provider = given.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        var values = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(values)).ToHtmlString());
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>A form on a page that is never sent.</summary>
    internal sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
