using PlanBot.Composition;

return await CommandLine.RunAsync(args, TimeProvider.System);
