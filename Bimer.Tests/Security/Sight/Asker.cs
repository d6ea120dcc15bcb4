using Bimer.Blazor.Workspace.CaseDetail.Jointly;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Workspace;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;
using Bimer.Tests.Given;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Security.Sight;

/// <summary>Whoever a circuit belongs to, chosen by the test.</summary>
internal sealed class Whoever : ICurrentActor
{
    public Actor? Actor { get; set; }

    public ValueTask<Actor?> GetAsync(CancellationToken ct) => ValueTask.FromResult(Actor);

    public ValueTask<Actor?> GetAfterBellAsync(CancellationToken ct) => ValueTask.FromResult(Actor);
}

/// <summary>Somebody at a screen, with all services their circuit would have.</summary>
internal sealed record Asker(Office Office, Actor Actor, IServiceProvider Services)
{
    // As it would be read: a name must not hide behind the signs of its escaping.
    private static readonly JsonSerializerOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public static CancellationToken Patiently => CancellationToken.None;

    public static CommandId Anew => OfficeStories.NewCommand();

    /// <summary>An office where everybody can be asked as from their own screen.</summary>
    public static Task<Office> OpenOfficeAsync(Kind kind, SqlHeard? heard = null) => Office.OpenAsync(kind, services =>
        (heard is null ? services : heard.ListenIn(services)).AddFeatures().AddSingleton<CaseWords>().AddSingleton<RefusalText>().Configure<JointOpeningOptions>(joint => joint.JointOpening = true).AddScoped<Whoever>().AddScoped<ICurrentActor>(provider => provider.GetRequiredService<Whoever>()));

    public static async Task<string> AskAsync(Office office, Actor actor, Func<Asker, Task<string>> ask)
    {
        await using var circuit = office.Services.CreateAsyncScope();
        circuit.ServiceProvider.GetRequiredService<Whoever>().Actor = actor;
        return await ask(new Asker(office, actor, circuit.ServiceProvider));
    }

    public static string Told(Outcome outcome) => Told((object?)outcome.Refusal ?? outcome);

    public static string Told<T>(Outcome<T> outcome) => Told((object?)outcome.Refusal ?? outcome.Value);

    public static string Told(object? answer) => answer is null ? "none" : answer.GetType().Name + JsonSerializer.Serialize(answer, answer.GetType(), _plain);
}
