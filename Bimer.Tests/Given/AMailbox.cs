using Bimer.Blazor.Mailroom;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Blazor.Workspace.Registering.Mailing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>An officer at the desk for e-mail, and the mailbox of their unit on the disk.</summary>
internal sealed class AMailbox : IAsyncDisposable
{
    private readonly AFolder _folder;
    private readonly UnitId _unit;

    private AMailbox(ADesk desk, AFolder folder, UnitId unit) => (Desk, _folder, _unit) = (desk, folder, unit);

    public ADesk Desk { get; }

    public Office Office => Desk.Office;

    public IReadOnlyList<string> Files => _folder.Files;

    public static async Task<AMailbox> OpenAsync(Kind kind, Action<IServiceCollection>? configure = null, long largest = 1_000_000)
    {
        var folder = new AFolder();
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Email, services =>
        {
            services.AddMailroom();
            services.Configure<MailIntakeOptions>(options => (options.Folder, options.LargestMail) = (folder.Path, largest));
            configure?.Invoke(services);
        });
        return new AMailbox(desk, folder, desk.Office.Unit("Ankara Valiliği"));
    }

    /// <summary>The mail server delivers.</summary>
    public string Deliver(byte[] mail, string name = "1", UnitId? to = null, string place = "new")
    {
        var code = Office.Services.GetRequiredService<UnitDirectory>().Find(to ?? _unit)!.Code.Value;
        var folder = Path.Combine(_folder.Path, code, place);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name);
        File.WriteAllBytes(file, mail);
        File.SetLastWriteTimeUtc(file, Office.Clock.GetUtcNow().UtcDateTime);
        return file;
    }

    public Task<int> RoundAsync() => Office.Services.GetRequiredService<MailSweep>().RunAsync(CancellationToken.None);

    public async Task<IReadOnlyList<MailLine>> QueueAsync(Actor? who = null, MailState state = MailState.Waiting) =>
        (await ActivatorUtilities.CreateInstance<MailQuery>(Office.Services, Work(who)).QueueAsync(state, CancellationToken.None))?.Lines ?? [];

    public Task<MailView?> BesideAsync(Actor? who = null) => ActivatorUtilities.CreateInstance<MailQuery>(Office.Services, Work(who)).OnDeskAsync(CancellationToken.None);

    public Task<Outcome> OpenMailAsync(Guid mail, Actor? who = null) =>
        ActivatorUtilities.CreateInstance<OpenMailHandler>(Office.Services, Work(who)).HandleAsync(new OpenMail(mail), CancellationToken.None);

    public Task<Outcome> SetAsideAsync(Guid mail, SetAsideReason reason = SetAsideReason.Spam, Actor? who = null) =>
        ActivatorUtilities.CreateInstance<SetAsideMailHandler>(Office.Services, Work(who)).HandleAsync(new SetAsideMail(mail, reason), CancellationToken.None);

    public Task<Outcome> TakeBackAsync(Guid mail) =>
        ActivatorUtilities.CreateInstance<TakeMailBackHandler>(Office.Services, Work(null)).HandleAsync(new TakeMailBack(mail), CancellationToken.None);

    /// <summary>The bytes of a mail that could not be read.</summary>
    public async Task<Outcome<byte[]>> OriginalAsync(Guid mail, Actor? who = null)
    {
        var taken = await ActivatorUtilities.CreateInstance<TakeMailOriginalHandler>(Office.Services, Work(who)).HandleAsync(new TakeMailOriginal(mail), CancellationToken.None);
        if (taken.Value is not { } content) return taken.Refusal!;
        await using var _ = content;
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole);
        return whole.ToArray();
    }

    public Task<Outcome> SplitAsync(Guid mail, Actor? who = null) =>
        ActivatorUtilities.CreateInstance<SplitMailHandler>(Office.Services, Work(who)).HandleAsync(new SplitMail(mail), CancellationToken.None);

    public Task<Outcome> JoinAsync(Guid mail, CaseFile caseFile, Actor? who = null) =>
        Office.Handler<JoinMailHandler>(who ?? Desk.Officer).HandleAsync(new JoinMail(mail, caseFile.NumberOf()), CancellationToken.None);

    /// <summary>Sits down at what was opened; the next save is of it.</summary>
    public async Task<DeskView> SitAsync()
    {
        var view = (await Desk.SitDownAsync()).Value!;
        (Desk.Intake, Desk.Version) = (view.Intake, view.Version);
        return view;
    }

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        _folder.Dispose();
    }

    private MailWork Work(Actor? who) => Office.For<MailWork>(who ?? Desk.Officer);
}
