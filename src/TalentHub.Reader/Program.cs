using TalentHub.Reader;

// One uploaded file in, plain UTF-8 text out on stdout. A refusal is an exit code and one line on stderr.
if (args.Length != 1)
{
    await Console.Error.WriteLineAsync("Give one file.");
    return (int)RefusalCode.Usage;
}

try
{
    var text = UploadedFile.Read(args[0]);
    await using var output = Console.OpenStandardOutput();
    await output.WriteAsync(PlainOutput.Encode(text));
    return 0;
}
catch (RefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return (int)refused.Code;
}
catch (OutOfMemoryException)
{
    await Console.Error.WriteLineAsync("The file needs too much memory.");
    return (int)RefusalCode.TooBig;
}
#pragma warning disable CA1031 // Whatever a parser throws at a stranger's bytes, the answer is the same: damaged.
catch (Exception error)
#pragma warning restore CA1031
{
    await Console.Error.WriteLineAsync($"The file is damaged ({error.GetType().Name}).");
    return (int)RefusalCode.Damaged;
}
