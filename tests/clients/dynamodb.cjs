// A DynamoDB server in memory, on a free port of the loopback address. Prints the port when it listens, and ends when
// its standard input does, so that it never outlives the tests.

const dynalite = require("dynalite");

const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit(0)).resume();
