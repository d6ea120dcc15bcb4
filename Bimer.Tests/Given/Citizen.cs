using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Gateways.Simulated;
using Bimer.Blazor.Portal;
using Bimer.Blazor.Portal.Filing;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>A citizen at a browser that is only its cookies: every act is a request of its own, as the pages make it.</summary>
public sealed partial class Citizen(Office office, PublishedCitizen? who = null)
{
    public const string Writing = "/basvuru";
    public const string LookingUp = "/sorgula";

    private readonly ConcurrentDictionary<string, string> _cookies = new(StringComparer.Ordinal);

    public PublishedCitizen Who { get; } = who ?? DemoPopulation.Shipped.Published[0];

    /// <summary>One request: the services are those of a scope, the cookies go in and come out.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> act, string path = Writing)
        where TService : notnull
    {
        await using var scope = office.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Path = path;
        context.Request.Headers.Cookie = string.Join("; ", _cookies.Select(c => $"{c.Key}={c.Value}"));
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        var answer = await act(scope.ServiceProvider.GetRequiredService<TService>());
        foreach (var set in context.Response.Headers.SetCookie) Keep(set!);
        return answer;
    }

    /// <summary>The same cookies in another browser.</summary>
    public Citizen CopyOf()
    {
        var copy = new Citizen(office, Who);
        foreach (var (name, value) in _cookies) copy._cookies[name] = value;
        return copy;
    }

    private void Keep(string set)
    {
        var (name, value) = set.Split(';')[0].Split('=') is [var n, var v] ? (n, v) : throw new FormatException(set);
        if (value.Length > 0) _cookies[name] = value;
        else _cookies.TryRemove(name, out _);
    }

    public Task<bool> EnterAsync(Func<EnterGate, EnterGate>? change = null) => AskAsync<EnterGateHandler, bool>(async gate =>
    {
        var places = MaidenNameChallenge.Restore(1, 3);
        var maiden = Who.MotherMaidenName;
        var letters = MaidenNameHint.Answer(places, maiden[..1], maiden.Length > 2 ? maiden[2..3] : "").Value!;
        var honest = new EnterGate(false, NationalId.Parse(Who.NationalId).Value!, PersonName.Parse(Who.GivenName, Who.Surname).Value!, letters, MobileNumber.Parse(Who.Mobile).Value!);
        await gate.HandleAsync(change?.Invoke(honest) ?? honest, CancellationToken.None);
        return true;
    });

    public Task<bool> ResendAsync() => AskAsync<EnterGateHandler, bool>(async gate =>
    {
        await gate.ResendAsync(CancellationToken.None);
        return true;
    });

    public Task<GateAnswer> TypeAsync(string code, string path = Writing) =>
        AskAsync<VerifyCodeHandler, GateAnswer>(handler => handler.HandleAsync(code, CancellationToken.None), path);

    /// <summary>Through the gate with the right answers and the code from the phone.</summary>
    public async Task<GateAnswer> PassAsync()
    {
        await EnterAsync();
        return await TypeAsync(await NewestCodeAsync());
    }

    public async Task<IReadOnlyList<CapturedSms>> MessagesAsync() => await office.Services.GetRequiredService<CapturedSmsBox>().NewestFirstAsync(100, CancellationToken.None);

    public async Task<string> NewestCodeAsync() => SixDigits().Match((await MessagesAsync())[0].Text).Value;

    public Task<FilingView?> WriteAsync(Func<FilingDraft, FilingDraft> change) => AskAsync<FilingDesk, FilingView?>(desk => desk.KeepAsync(change, CancellationToken.None));

    public Task<FilingView?> ReadAsync() => AskAsync<FilingDesk, FilingView?>(desk => desk.ReadAsync(CancellationToken.None));

    /// <summary>A complete draft; the institution is the centre unless said otherwise.</summary>
    public Task<FilingView?> WriteWholeAsync(Func<FilingDraft, FilingDraft>? change = null) => WriteAsync(draft =>
    {
        var whole = draft with { Kind = CaseKind.Complaint, Institution = 2, Plate = 6, District = "Çankaya", Text = ACase.Words, Email = "ayse@posta.invalid" };
        return change?.Invoke(whole) ?? whole;
    });

    /// <summary>The final post, with the proof of work a browser would have found.</summary>
    /// <param name="shown">The fingerprint of a page drawn earlier; left out, of this draft with the files it has now.</param>
    public async Task<FilingAnswer> SendAsync(FilingView view, bool accepts = true, string? proof = null, string? shown = null)
    {
        var command = new FileApplication(accepts, proof ?? await ProofAsync(view.Visit), null, shown ?? await ShownAsync(view));
        return await AskAsync<FileApplicationHandler, FilingAnswer>(handler => handler.HandleAsync(command, CancellationToken.None));
    }

    /// <summary>What the check page carries of a draft and its files.</summary>
    public async Task<string> ShownAsync(FilingView view) =>
        view.Draft.Fingerprint((await office.Services.GetRequiredService<DraftFileBook>().ListAsync(view.Visit, CancellationToken.None)).Select(f => f.Id));

    /// <summary>Work a browser would have found, or the first try that is none.</summary>
    public Task<string> ProofAsync(Guid visit, bool good = true) => AskAsync<HumanCheck, string>(check =>
    {
        for (var n = 0; ; n++)
        {
            var proof = n.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (check.Proves(visit, proof) == good) return Task.FromResult(proof);
        }
    });

    [GeneratedRegex(@"\b\d{6}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SixDigits();
}
