using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Bimer.Tests.Given;

/// <summary>
/// Somebody at a browser of their own. What a quiet page never does is collected and fails the test when they leave: a console error,
/// a content-security report, an uncaught exception, a dialog nobody expected, a request to a foreign host.
/// </summary>
public sealed class Person : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly ConcurrentBag<string> _forgiven = [];

    private Person(IBrowserContext context) => Context = context;

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; } = null!;

    /// <summary>What answers a dialog; unless a test says so, a dialog is a complaint.</summary>
    public Func<IDialog, Task>? AnswerDialog { get; set; }

    public IEnumerable<string> Complaints =>
        _complaints.Where(c => !_forgiven.Any(part => c.Contains(part, StringComparison.OrdinalIgnoreCase)));

    /// <summary>For tests that break something on purpose: complaints that contain this are expected.</summary>
    public Person Expecting(string partOfComplaint)
    {
        _forgiven.Add(partOfComplaint);
        return this;
    }

    /// <summary>Another tab of the same person, watched like the first.</summary>
    public Task<IPage> NewTabAsync() => Context.NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        var complaints = Complaints.ToList();
        await Context.DisposeAsync();
        if (complaints.Count > 0) throw new InvalidOperationException("The browser complained:\n" + string.Join('\n', complaints));
    }

    internal static async Task<Person> SitDownAsync(IBrowserContext context)
    {
        var person = new Person(context);
        context.Page += (_, page) => person.Watch(page);
        context.Request += (_, request) => person.NoteForeign(request.Url);
        person.Page = await context.NewPageAsync();
        return person;
    }

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            // A broken content-security rule is reported here too, as an error.
            if (message.Type is "error") _complaints.Enqueue($"console: {message.Text} ({message.Location}) on {page.Url}");
        };
        page.PageError += (_, error) => _complaints.Enqueue($"uncaught: {error} on {page.Url}");
        page.Dialog += async (_, dialog) => await AnswerAsync(dialog);
    }

    private async Task AnswerAsync(IDialog dialog)
    {
        if (AnswerDialog is { } answer)
        {
            await answer(dialog);
            return;
        }

        _complaints.Enqueue($"dialog: {dialog.Type} {dialog.Message}");
        await dialog.DismissAsync();
    }

    private void NoteForeign(string url)
    {
        var uri = new Uri(url);
        if (!uri.IsLoopback && uri.Scheme is "http" or "https" or "ws" or "wss") _complaints.Enqueue($"foreign request: {url}");
    }
}
