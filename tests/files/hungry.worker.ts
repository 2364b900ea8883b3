const eaten: string[][] = [];
for (;;) eaten.push(Array.from({ length: 1000 }, (_, i) => `${eaten.length} ${i}`));
