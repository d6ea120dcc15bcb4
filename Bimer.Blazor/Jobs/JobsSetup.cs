using Bimer.Blazor.Persistence.Intake;
using Quartz;

namespace Bimer.Blazor.Jobs;

/// <summary>The timetable: which sweep, when. Rules and data are the sweeps' own.</summary>
public static class JobsSetup
{
    private const string Hourly = "0 17 * * * ?";

    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<IntakeSweep>().AddSingleton<DraftSweep>();
        services.AddQuartz(timetable => timetable.ScheduleJob<IntakeSweepJob>(trigger => trigger.WithIdentity("intake-sweep").WithCronSchedule(Hourly)));
        return services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }
}
