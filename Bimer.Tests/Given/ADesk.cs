using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Workspace.Registering;
using Bimer.Blazor.Workspace.Registering.Drafting;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>An officer at one desk of <em>Yeni Başvuru</em>; everything goes through the product's own handlers.</summary>
internal sealed class ADesk(Office office, Actor officer, IntakeChannel channel)
{
    public Guid Intake { get; set; } = Guid.NewGuid();

    public int Version { get; set; }

    public Actor Officer => officer;

    public IntakeKey Key => new(channel, Intake);

    /// <summary>The least a letter can be recorded with: somebody wants something, and says nothing else.</summary>
    public static DeskForm SilentLetter => new()
    {
        Kind = nameof(CaseKind.Complaint), Text = ACase.Words, Topics = ["01.02"],
        Presence = IntakeChannel.Letter.FieldsOf(ApplicantKind.NaturalPerson).ToDictionary(asked => asked.ToString(), _ => nameof(FieldPresence.NotThere), StringComparer.Ordinal),
    };

    /// <summary>Everything that is demanded of somebody who stands at the desk.</summary>
    public static DeskForm InPersonOf(PublishedCitizen who) => new()
    {
        NationalId = who.NationalId, GivenName = who.GivenName, Surname = who.Surname, Phone = who.Mobile,
        FirstLetter = who.MotherMaidenName[..1], LastLetter = who.MotherMaidenName[^1..],
        Kind = nameof(CaseKind.Request), Text = ACase.Words, Topics = ["01.02", "02.01"], Priority = nameof(Priority.Urgent),
    };

    /// <summary>The office with its desks, and one officer of a governorship.</summary>
    public static async Task<ADesk> OpenAsync(Kind kind, IntakeChannel channel, Action<IServiceCollection>? configure = null)
    {
        var office = await Office.OpenAsync(kind, services =>
        {
            services.AddRegistering();
            configure?.Invoke(services);
        });
        return new ADesk(office, await office.HireAsync(1, OfficerRole.CaseOfficer, office.Unit("Ankara Valiliği")), channel);
    }

    public Office Office => office;

    public IntakeWork Work => office.For<IntakeWork>(officer);

    public async Task<Outcome<IntakeMark>> TypeAsync(DeskForm form)
    {
        var saved = await Handler<SaveIntakeHandler>().HandleAsync(new SaveIntake(Key, Version, form), CancellationToken.None);
        if (saved.Value is { } mark) Version = mark.Version;
        return saved;
    }

    public Task<Outcome<AttachmentLine>> AttachAsync(string name, byte[] content) =>
        Handler<AttachIntakeFileHandler>().HandleAsync(new AttachIntakeFile(Key, name, new MemoryStream(content)), CancellationToken.None);

    public Task<Outcome> RemoveAsync(AttachmentId file) => Handler<RemoveIntakeFileHandler>().HandleAsync(new RemoveIntakeFile(Key, file), CancellationToken.None);

    public Task<RegisterAnswer> SaveAsync(bool forward = false) =>
        office.For<RegisterPetitionHandler>(officer).HandleAsync(new RegisterPetition(channel, Intake, Version, forward), CancellationToken.None);

    public async Task<RegisterAnswer> RecordAsync(DeskForm form, bool forward = false)
    {
        await TypeAsync(form);
        return await SaveAsync(forward);
    }

    public Task<Outcome<DeskView>> SitDownAsync() => Handler<DeskQuery>().OpenAsync(channel, CancellationToken.None);

    /// <summary>What is on the desk is thrown away; the next thing typed is another intake.</summary>
    public void Anew() => (Intake, Version) = (Guid.NewGuid(), 0);

    public T Handler<T>() => ActivatorUtilities.CreateInstance<T>(office.Services, Work);
}
