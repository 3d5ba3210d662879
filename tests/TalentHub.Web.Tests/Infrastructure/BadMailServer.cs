using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TalentHub.Web.Tests.Infrastructure;

/// <summary>How a mail server can let one down.</summary>
public enum MailFault
{
    /// <summary>Takes the connection and never says a word.</summary>
    Silent,

    /// <summary>Takes no mail for this address.</summary>
    Refuses,

    /// <summary>Takes the mail, and hangs up before it says so.</summary>
    LosesTheAnswer,

    /// <summary>Takes the mail, says so, and hangs up before the goodbye.</summary>
    HangsUpAfterwards,
}

/// <summary>A mail server that behaves badly; what it was handed is kept all the same.</summary>
public sealed class BadMailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly MailFault fault;

    public BadMailServer(MailFault fault)
    {
        this.fault = fault;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Connections { get; private set; }

    /// <summary>The Message-ID of each mail that came.</summary>
    public List<string> Received { get; } = [];

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                Connections++;
                _ = TalkAsync(client);
            }
        }
        catch (Exception ended) when (ended is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var line = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            if (fault == MailFault.Silent)
            {
                await reader.ReadLineAsync();
                return;
            }

            await writer.WriteLineAsync("220 bad");
            while (await reader.ReadLineAsync() is { } said)
            {
                if (said.StartsWith("RCPT", StringComparison.Ordinal) && fault == MailFault.Refuses)
                {
                    await writer.WriteLineAsync("550 nobody of that name");
                    continue;
                }

                if (said == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    await TakeAsync(reader);
                    if (fault == MailFault.LosesTheAnswer)
                    {
                        return;
                    }

                    await writer.WriteLineAsync("250 taken");
                    return;
                }

                await writer.WriteLineAsync("250 ok");
            }
        }
        catch (IOException)
        {
            // The other side gave up first.
        }
    }

    private async Task TakeAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } part && part != ".")
        {
            if (part.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase))
            {
                Received.Add(part["Message-Id:".Length..].Trim(' ', '<', '>'));
            }
        }
    }
}
