using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bimer.Tests.Given;

/// <summary>Further steps of a story; each answers what the product answered.</summary>
public static class OfficeVerbs
{
    /// <summary>A further role for somebody who works here already.</summary>
    public static async Task AlsoAsync(this Office office, Actor actor, OfficerRole role, UnitId unit)
    {
        await using var db = await office.DbAsync();
        db.Add(new RoleAssignment(actor.UserId, role, unit, new DateOnly(2025, 1, 1)));
        await db.SaveChangesAsync();
    }

    public static async Task ExcludeAsync(this Office office, Actor holder, CaseFile caseFile, UnitId unit)
    {
        var units = office.Services.GetRequiredService<UnitDirectory>();
        var outcome = await office.WorkOf(holder).ChangeAsync(OfficeStories.NewCommand(), caseFile.Id, (c, acting) =>
            c.Exclude(c.Routings[0].Id, units.LineageOf(unit), [units.LineageOf(c.Routings[0].To)], acting.Actor, acting.Now), CancellationToken.None);
        outcome.IsAccepted.Should().BeTrue();
    }

    /// <summary>Writes the usual letter and sends it to an approver.</summary>
    public static async Task<Outcome> AnswerAsync(this Office office, Actor holder, RoutingId routing, Signatory approver)
    {
        var saved = await office.SaveAsync(holder, routing, version: 0);
        return saved.Refusal is { } refusal ? refusal : await office.SubmitAsync(holder, routing, saved.Value!.Version, approver);
    }

    /// <summary>Signs the letter that lies there, or sends it back.</summary>
    public static async Task<Outcome> DecideAsync(this Office office, Actor approver, RoutingId routing, bool approve)
    {
        await using var db = await office.DbAsync();
        var hash = await db.Replies.Where(r => r.Id == routing).Select(r => r.ContentHash).SingleOrDefaultAsync() ?? "";
        return approve ? await office.ApproveAsync(approver, routing, hash) : await office.SendBackAsync(approver, routing, hash, "Tarih eksik.");
    }
}
