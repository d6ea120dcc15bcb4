using Bimer.Blazor;
using Bimer.Blazor.Cli;
using Bimer.Blazor.Operations;
using Bimer.Blazor.Persistence.Vault;

try
{
    var usage = Usage.OfTheProgram();
    if (await usage.AnswerAsync(args, Console.Out) is { } said) return said;
    var isCommand = CommandLine.Names(args);
    await using var app = BimerApp.Build(isCommand ? [] : args);
    var (services, stopping) = (app.Services, app.Lifetime.ApplicationStopping);
    if (await usage.AnswerAsync(args, app.Environment, Console.Out) is { } refusal) return refusal;
    if (CommandLine.AskedOfDeadline(args) is { } asked) return await services.GetRequiredService<ExplainDeadline>().RunAsync(asked, Console.Out);
    if (CommandLine.OnlyLooks(args)) return await services.GetRequiredService<CommandLine>().RunAsync(args, Console.Out, stopping);
    using var hold = BimerApp.HoldFolder(services, alone: isCommand);
    await BimerApp.PrepareAsync(services, stopping);
    if (isCommand) return await services.GetRequiredService<CommandLine>().RunAsync(args, Console.Out, stopping);

    var isDemo = app.Environment.IsDevelopment();
    if (isDemo) await services.GetRequiredService<FirstStart>().FillAsync(services.GetRequiredService<TimeProvider>().GetUtcNow(), Console.Out, stopping);
    await BimerApp.OpenAsync(app, stopping);
    await services.GetRequiredService<Banner>().ShowAsync(app.Urls.First(), isDemo, Console.Out);
    await app.WaitForShutdownAsync(stopping);
    return 0;
}
catch (Exception refused) when (refused is StartRefusedException or KeyFileException)
{
    await Console.Error.WriteLineAsync(refused.Message);   // says what to do; a stack would bury it
    return StartRefusedException.ExitCode;
}
