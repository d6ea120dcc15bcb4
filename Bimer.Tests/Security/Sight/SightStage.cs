using Bimer.Blazor.Facts.Demo;
using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Workspace.CaseDetail;
using Bimer.Blazor.Workspace.Following;
using Bimer.Blazor.Workspace.Privacy;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Bimer.Tests.Given.ReplyStories;

namespace Bimer.Tests.Security.Sight;

/// <summary>What a reader's unit is to the case.</summary>
public enum Relation
{
    /// <summary>It lies there.</summary>
    Own,

    /// <summary>It was sent there for information.</summary>
    Recipient,

    /// <summary>The unit above where it lies.</summary>
    Parent,
    Child,
    Sibling,

    /// <summary>Where it lies; the role ended yesterday.</summary>
    Former,

    /// <summary>It was recorded there, followed and sent on, before it was kept from there.</summary>
    Excluded,
    BelowExcluded,

    /// <summary>Where it lies, and a second role below the excluded unit.</summary>
    SecondRole,
}

/// <summary>What is known of the applicant.</summary>
public enum IdentityState
{
    Masked,

    /// <summary>Masked, and opened by its holder before.</summary>
    Revealed,
    HiddenByOfficer,
    HiddenByApplicant,
}

/// <summary>Somebody who reads.</summary>
public sealed record Reader(Relation Relation, OfficerRole Role, Actor Actor)
{
    public override string ToString() => $"{Relation}/{Role}";
}

/// <summary>All ids of one case a reader could have kept or guessed.</summary>
public sealed record Ids(CaseId Case, RoutingId Part, AttachmentId File, AttachmentId Drafted, PrintCode Print)
{
    public string Number => new CaseNumber(Case).ToString();

    /// <summary>The same of nothing.</summary>
    public static Ids OfNothing { get; } = new(
        new CaseId(20260099999), RoutingId.Of(new CaseId(20260099999), 2), new AttachmentId(Guid.NewGuid()), new AttachmentId(Guid.NewGuid()), PrintCode.Of(new byte[PrintCode.Bytes]));
}

/// <summary>A case in each identity state, recorded by a unit it is kept from since, and everybody who could read it.</summary>
internal sealed class SightStage(Office office)
{
    private readonly UnitId _own = office.Unit("Ankara Valiliği"), _recipient = office.Unit("Eskişehir Valiliği");
    private readonly UnitId _excluded = office.Unit("Konya Valiliği"), _below = office.Unit("Konya İl Sağlık Müdürlüğü");

    public Office Office => office;

    public List<Reader> Readers { get; } = [];

    /// <summary>Who holds the cases, and hid one of them.</summary>
    public Reader Holder => Readers.Single(r => r is { Relation: Relation.Own, Role: OfficerRole.CaseOfficer });

    public async Task HireAsync()
    {
        var id = 0;
        foreach (var relation in Enum.GetValues<Relation>())
        {
            foreach (var role in Enum.GetValues<OfficerRole>())
            {
                var actor = await office.HireAsync(++id, role, UnitOf(relation));
                if (relation == Relation.Former) actor = actor with { Roles = [] };
                if (relation == Relation.SecondRole) await office.AlsoAsync(actor, OfficerRole.CaseOfficer, _below);
                if (relation == Relation.SecondRole) actor = actor with { Roles = [.. actor.Roles, new RoleOn(OfficerRole.CaseOfficer, _below)] };
                Readers.Add(new Reader(relation, role, actor));
            }
        }

        var former = Readers.Where(r => r.Relation == Relation.Former).Select(r => r.Actor.UserId).ToList();
        await using var db = await office.DbAsync();
        await db.RoleAssignments.Where(a => former.Contains(a.Officer)).ExecuteUpdateAsync(set => set.SetProperty(a => a.ValidUntil, People.Monday.AddDays(-1)));
    }

    /// <summary>Recorded and followed at the excluded unit, sent on to where it lies now and for information to others, then kept from there.</summary>
    public async Task<Ids> LiveAsync(IdentityState state)
    {
        var recorder = Readers.Single(r => r is { Relation: Relation.Excluded, Role: OfficerRole.CaseOfficer }).Actor;
        var (caseFile, file) = await FileAsync(state == IdentityState.HiddenByApplicant);
        (await office.OpenAsync(recorder, caseFile.Routings[0].Id)).Should().Be(Outcome.Accepted);
        foreach (var unit in (UnitId?[])[null, _excluded])
        {
            (await office.Handler<FollowCaseHandler>(recorder).HandleAsync(new FollowCase(OfficeStories.NewCommand(), caseFile.Id, unit), CancellationToken.None))
                .Should().Be(Outcome.Accepted);
        }

        (await office.ForwardAsync(recorder, caseFile.Routings[0].Id, null,
            Line(_own), Line(_recipient, RoutingPurpose.Information), Line(_below, RoutingPurpose.Information))).Should().Be(Outcome.Accepted);
        var part = RoutingId.Of(caseFile.Id, 2);
        (await office.OpenAsync(Holder.Actor, part)).Should().Be(Outcome.Accepted);
        var drafted = await LeaveOnDesksAsync(recorder, part);
        await ExcludeAsync(caseFile.Id, part);
        await BringIntoAsync(state, caseFile.Id, part);
        return new Ids(caseFile.Id, part, file, drafted, (await office.PrintAsync(Holder.Actor, caseFile.Id)).Value!.Code);
    }

    /// <summary>A letter begun with a file, a list begun by who is kept from it later, and its holder in front of it.</summary>
    private async Task<AttachmentId> LeaveOnDesksAsync(Actor recorder, RoutingId part)
    {
        (await office.SaveAsync(Holder.Actor, part, version: 0)).IsAccepted.Should().BeTrue();
        (await Asker.AskAsync(office, recorder, asker => ActPaths.KeepAsync(asker, part))).Should().NotBe("none");
        office.Services.GetRequiredService<Presence>().Take(part.CaseId, Holder.Actor.UserId);
        return (await office.AttachAsync(Holder.Actor, part, "rapor.pdf", Documents.Pdf)).Value!.Id;
    }

    private UnitId UnitOf(Relation relation) => relation switch
    {
        Relation.Recipient => _recipient,
        Relation.Parent => office.Services.GetRequiredService<UnitDirectory>().LineageOf(_own).SelfAndAbove[1],
        Relation.Child => office.Unit("Ankara İl Sağlık Müdürlüğü"),
        Relation.Sibling => office.Unit("İzmir Valiliği"),
        Relation.Excluded => _excluded,
        Relation.BelowExcluded => _below,
        _ => _own,
    };

    private async Task ExcludeAsync(CaseId id, RoutingId part)
    {
        var units = office.Services.GetRequiredService<UnitDirectory>();
        (await office.WorkOf(Holder.Actor).ChangeAsync(OfficeStories.NewCommand(), id, (c, acting) =>
            c.Exclude(part, units.LineageOf(_excluded), [units.LineageOf(_own)], acting.Actor, acting.Now), CancellationToken.None)).IsAccepted.Should().BeTrue();
    }

    private async Task BringIntoAsync(IdentityState state, CaseId id, RoutingId part)
    {
        if (state == IdentityState.HiddenByOfficer)
        {
            (await office.Handler<HideIdentityHandler>(Holder.Actor).HandleAsync(new HideIdentity(OfficeStories.NewCommand(), part), CancellationToken.None))
                .Should().Be(Outcome.Accepted);
        }

        if (state == IdentityState.Revealed)
        {
            (await office.For<RevealIdentityHandler>(Holder.Actor).HandleAsync(new RevealIdentity(OfficeStories.NewCommand(), id), CancellationToken.None))
                .IsAccepted.Should().BeTrue();
        }
    }

    private async Task<(CaseFile Case, AttachmentId File)> FileAsync(bool hidden)
    {
        using var picture = new MemoryStream(PlainPng.Of(new Dice(1, 1)));
        var stored = (await office.Services.GetRequiredService<FileVault>().StoreAsync(picture, 1 << 20, CancellationToken.None)).Value!;
        var now = office.Clock.GetUtcNow();
        var id = await office.Services.GetRequiredService<CaseNumbers>().NextAsync(now, CancellationToken.None);
        var story = new ACase(office.Clock).To(_excluded);
        var caseFile = CaseFile.File((hidden ? story.Hidden() : story).Filing() with { Id = id }, now).Value!;
        var name = hidden ? "Ek-1.png" : "lamba-resmi.png";
        var file = new Attachment(new AttachmentId(stored.Id.Value), id, null, 1, new AttachmentFacts(name, "image/png", picture.Length, new byte[32]));
        await using var db = await office.DbAsync();
        if (!hidden) db.AddRange(office.Services.GetRequiredService<IdentityVault>().LookupsOf(id, ServerStories.Identity));
        db.AddRange(caseFile, file, office.Services.GetRequiredService<IdentityVault>().Seal(caseFile.Applicant, ServerStories.Identity, now));
        (await office.Services.GetRequiredService<Committer>().CommitAsync(db, new CommandStamp(OfficeStories.NewCommand(), "test", null), CancellationToken.None))
            .Should().Be(CommitResult.Committed);
        return (caseFile, file.Id);
    }
}
