using Bimer.Tests.HouseRules.Reading;
using FluentAssertions;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace Bimer.Tests.HouseRules;

/// <summary>The table of the house, row by row, read out of signatures, attributes and method bodies.</summary>
public sealed class WhoMayKnowWhom
{
    [Fact]
    public void The_domain_references_nothing_but_the_base_class_library() =>
        HouseAssembly.Domain.Assembly.GetReferencedAssemblies().Select(a => a.Name)
            .Where(name => !name!.StartsWith("System.", StringComparison.Ordinal))
            .Should().BeEmpty();

    [Fact]
    public void The_domain_knows_no_json_no_clock_and_no_way_out() =>
        Room.Named("Domain").MustNever(Framework.Json).MustNever(Framework.Clocks)
            .MustNever("System.Net", "System.Console", "System.Diagnostics.Trace", "System.Diagnostics.Debug", "System.Diagnostics.Process")
            .MustNever("System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo").Holds();

    [Fact]
    public void A_portal_or_workspace_room_meets_the_others_in_the_domain_or_the_shell() =>
        ((string[])["Portal", "Workspace"]).SelectMany(area => Room.Below(area).SelectMany(room => BreachesOf(area, room))).Should().BeEmpty();

    [Fact]
    public void A_component_leaves_data_transactions_threads_and_clocks_to_its_handlers()
    {
        var components = HouseAssembly.Blazor.Assembly.GetTypes().Where(typeof(IComponent).IsAssignableFrom).Select(t => t.FullName).ToHashSet(StringComparer.Ordinal);

        Room.OfTypes(type => components.Contains(type.FullName))
            .MustNever(Framework.EntityFramework, Room.SpaceOf("Persistence")).MustNever(Framework.Transactions)
            .MustNever("System.Threading.Tasks.Task.Run", "System.Threading.Tasks.TaskFactory", "System.Threading.ThreadPool")
            .MustNever(Framework.WallClocks).MustNever("Microsoft.AspNetCore.Http.IHttpContextAccessor").Holds();
    }

    [Fact]
    public void Persistence_knows_the_domain_and_the_bell_but_no_room_and_no_screen() =>
        Room.Named("Persistence").MayUse("Domain", "Live").MustNever(Framework.Components).Holds();

    [Fact]
    public void The_bell_carries_ids_and_never_a_case()
    {
        var events = TypesBelow(typeof(Bimer.Domain.Kernel.DomainEvent));

        Room.Named("Live")
            .Forbid(use => use.LiesIn("Bimer.Domain") && !use.LiesIn("Bimer.Domain.Kernel") && !events.Any(use.LiesIn))
            .Forbid(use => use.LiesIn("Bimer.Blazor") && !use.LiesIn("Bimer.Blazor.Live"))
            .MustNever(TypesBelow(typeof(Bimer.Domain.Kernel.Aggregate))).MustNever(Framework.EntityFramework).Holds();
    }

    [Fact]
    public void A_gateway_speaks_the_language_of_its_port_and_no_other() =>
        Room.Named("Gateways").MayUse(["Domain.Ports", "Domain.Kernel", .. PortLanguage.Words])
            .MustNever(Framework.EntityFramework, Framework.Components).Holds();

    [Fact]
    public void A_job_names_its_sweep_and_knows_no_data_no_rule_and_no_text() =>
        Room.Named("Jobs").MustNever(Framework.EntityFramework, Framework.Words, Room.SpaceOf("Persistence.BimerDbContext"), "Bimer.Domain.Alarms").Holds();

    [Fact]
    public void Health_asks_the_data_and_knows_no_room() =>
        Room.Named("Operations").MayUse("Persistence", "Domain.Kernel").MustNever(Framework.Components).Holds();

    [Fact]
    public void The_courier_knows_the_data_the_bell_and_the_words_but_no_room_and_no_gateway() =>
        Room.Named("Dispatch").MayUse("Domain", "Persistence", "Live", "Shell.Letters").MustNever(Framework.Components).Holds();

    [Fact]
    public void The_reader_of_mails_knows_how_to_refuse_and_nothing_else() =>
        Room.Named("Mime").MayUse("Domain.Kernel", "Domain.Cases.MailFlaw").MustNever(Framework.EntityFramework, Framework.Components, "System.IO.File").Holds();

    [Fact]
    public void The_mailroom_knows_the_data_the_bell_and_the_reader_but_no_room() =>
        Room.Named("Mailroom").MayUse("Domain", "Persistence", "Live", "Mime", "Shell.Html").MustNever(Framework.Components).Holds();

    [Fact]
    public void The_shell_knows_the_domain_for_its_words_and_no_room() =>
        Room.Named("Shell").MayUse("Domain").MustNever(Framework.EntityFramework).Holds();

    [Fact]
    public void Security_knows_the_domain_and_the_data_but_no_room() =>
        Room.Named("Security").MayUse("Domain", "Persistence", "Live", "Shell").Holds();

    [Fact]
    public void The_facts_know_the_domain_alone() =>
        Room.Named("Facts").MayUse("Domain").MustNever(Framework.EntityFramework, Framework.Components).Holds();

    [Fact]
    public void The_facts_are_read_where_the_program_is_put_together_and_filled() =>
        // The catalogue's names are shipped facts, and every screen that answers shows them.
        Room.OfTypes(type => !((string[])["Facts", "Cli", "BimerApp", "Gateways.GatewaySetup", "Workspace.ServiceCatalogue"]).Any(reader => Names.LiesIn(type.FullName, Room.SpaceOf(reader))))
            .MustNever(Room.SpaceOf("Facts")).Holds();

    [Fact]
    public void A_command_of_the_program_knows_no_screen() =>
        Room.Named("Cli").MayUse("Domain", "Persistence", "Facts", "Security").MustNever(Framework.Components, "Microsoft.AspNetCore.Http").Holds();

    // What stands directly in the area belongs to all its rooms; another room of it does not.
    private static IEnumerable<string> BreachesOf(string area, string room)
    {
        var hall = HouseAssembly.Blazor.Types.Where(t => string.Equals(t.Space, Room.SpaceOf(area), StringComparison.Ordinal));
        string[] shared = [.. hall.Select(t => t.FullName["Bimer.Blazor.".Length..]), "Domain", "Persistence", "Live", "Security", "Shell"];
        return Room.Named(room).MayUse(shared).MustNever(Framework.HttpContexts).MustNever(Room.SpaceOf("Gateways")).Breaches;
    }

    private static string[] TypesBelow(Type ancestor) =>
        [.. HouseAssembly.Domain.Assembly.GetTypes().Where(ancestor.IsAssignableFrom).Select(type => type.FullName!.Replace('+', '.'))];
}
